import { connectionUrl, Database } from '@yiyang/persistence';
import { rebuild } from '@yiyang/messaging';
import { OWNERS, type Databases, type Owner } from './databases.js';
import type { TestStack } from './test-stack.js';

const POLICY = { 'policy-copy': ['policy_value'] };

/** Tables of each owner's copies by consumer, and the names of its reactions, which are never replayed. */
const CONSUMERS: Record<Owner, { copies: Record<string, readonly string[]>; reactions: readonly string[] }> = {
  'institution-registry': {
    copies: {
      ...POLICY,
      'bed-use-copy': ['bed_use_copy', 'bed_use_count_copy'],
      'designation-copy': ['designation_copy'],
    },
    reactions: ['bed-answers'],
  },
  'health-records': {
    copies: { ...POLICY, 'access-log': ['access_log'], 'institution-copy': ['institution_copy', 'assessor_copy'] },
    reactions: ['read-grants', 'residents'],
  },
  referral: {
    copies: {
      ...POLICY,
      'institution-copy': [
        'institution_copy',
        'operation_copy',
        'qualification_copy',
        'bed_inventory_copy',
        'bed_change_copy',
      ],
      'agreement-copy': ['agreement_copy'],
      'elder-copy': ['elder_copy', 'elder_relation_copy', 'consent_copy', 'document_copy'],
    },
    reactions: ['emergency-papers', 'bed-reductions'],
  },
  settlement: {
    copies: {
      ...POLICY,
      'institution-copy': ['institution_copy', 'qualification_copy'],
      'elder-copy': ['elder_copy'],
      'referral-link-copy': ['referral_link'],
    },
    reactions: ['closed-institution', 'claim-linking'],
  },
  monitoring: {
    copies: {
      ...POLICY,
      'institution-facts': ['institution_fact', 'qualification_fact'],
      'agreement-facts': ['agreement_fact'],
      'referral-facts': ['referral_fact'],
    },
    reactions: [],
  },
  gateway: { copies: { 'client-copy': ['client_binding', 'institution_unit'] }, reactions: ['outward-log'] },
};

const named = (owner: Owner) => [...Object.keys(CONSUMERS[owner].copies), ...CONSUMERS[owner].reactions];

/** Consumers that run and are not listed here, or the other way round; empty when the list is complete. */
export async function unlistedConsumers(databases: Databases): Promise<string[]> {
  const running = await databases.everywhere<{ consumer: string }>('select distinct consumer from consumer_offset');
  const known = OWNERS.flatMap((owner) => named(owner).map((consumer) => `${owner}/${consumer}`));
  const seen = running.map(({ owner, consumer }) => `${owner}/${consumer}`);
  return [...known.filter((name) => !seen.includes(name)), ...seen.filter((name) => !known.includes(name))];
}

/** Every row of every copy, sorted, by table. */
export async function readCopies(databases: Databases): Promise<Map<string, string[]>> {
  const copies = new Map<string, string[]>();
  for (const owner of OWNERS)
    for (const table of Object.values(CONSUMERS[owner].copies).flat()) {
      const rows = await databases.rows<{ row: string }>(
        owner,
        `select to_jsonb(t)::text as row from ${table} t order by 1`,
      );
      copies.set(
        `${owner} ${table}`,
        rows.map(({ row }) => row),
      );
    }
  return copies;
}

/** Drops every copy and lets its consumer read all events again, as an operator would. */
export async function rebuildCopies(platform: TestStack): Promise<void> {
  const server = { serverUrl: platform.serverUrl, roleSecret: platform.secrets.DATABASE_ROLE_SECRET };
  for (const owner of OWNERS) {
    const database = new Database(connectionUrl(server, owner, 'app'));
    for (const [name, tables] of Object.entries(CONSUMERS[owner].copies))
      await rebuild(database, { name, kind: 'copy', topics: [], tables, handlers: new Map() });
    await database.close();
  }
}
