import { signCaller, type Caller, type Role } from '@yiyang/access';
import { makeCreditCode } from '@yiyang/standards';
import type { BenchPostgres } from '../platform/bench-postgres.ts';

export const REGION = '421202';
export const REGISTRY_DATABASE = 'yiyang_institution_registry';

/** Header with the caller as the gateway signs it, long enough for a run. */
export function callerHeaders(role: Role, secret: string): Record<string, string> {
  const caller: Caller = {
    clientId: `bench-${role.toLowerCase()}`,
    role,
    region: REGION,
    purposes: ['SUPERVISION', 'ADMINISTRATION'],
    purpose: 'ADMINISTRATION',
    requestId: 'bench',
  };
  return { 'x-yiyang-caller': signCaller(caller, secret, { now: new Date(), ttlSeconds: 3600 }) };
}

/** Bodies of applications, all different. */
export function applicationBodies(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const serial = String(i).padStart(8, '0');
    return JSON.stringify({
      kind: 'CARE_HOME',
      name: `示范养老院${serial}`,
      creditCode: makeCreditCode({ authority: '5', type: '2', region: REGION, serial }),
      division: REGION,
      ownership: 'PRIVATE_RUN',
      profitNature: 'NON_PROFIT',
      beds: [{ kind: 'CARE', count: 120 }],
    });
  });
}

// As the registry itself would have stored them after filing: one application, one qualification, one kind of beds each.
const SEED = `
  with made as (select uuidv7() as id, uuidv7() as application_id, uuidv7() as qualification_id, i from generate_series(1, $1) i),
  applied as (
    insert into application (id, institution_id, kind, side, path, path_because, name, division, ownership, profit_nature,
      investment_origin, beds, status, submitted_at)
    select application_id, id, 'CARE_HOME', 'CARE', 'FILING', '{}', '示范养老院' || i, $2, 'PRIVATE_RUN', 'NON_PROFIT',
      'DOMESTIC', '[{"kind":"CARE","count":120}]', 'FILED', now() from made),
  opened as (
    insert into institution (id, name, kind, side, division, ownership, profit_nature, investment_origin, operation_state)
    select id, '示范养老院' || i, 'CARE_HOME', 'CARE', $2, 'PRIVATE_RUN', 'NON_PROFIT', 'DOMESTIC', 'NOT_STARTED' from made),
  qualified as (
    insert into qualification (id, institution_id, application_id, side, path, state, valid_from, state_since)
    select qualification_id, id, application_id, 'CARE', 'FILING', 'ACTIVE', current_date, current_date from made),
  furnished as (
    insert into bed_inventory (institution_id, bed_kind, approved, operating, effective_on)
    select id, 'CARE', 120, 120, current_date from made)
  select id from made`;

/** Fills the registry with institutions; answers their ids. */
export async function seedInstitutions(postgres: BenchPostgres, count: number): Promise<string[]> {
  const rows = await postgres.query<{ id: string }>(REGISTRY_DATABASE, SEED, [count, REGION]);
  // Not the tables that are still empty: PostgreSQL would plan for them to stay so.
  await postgres.query(REGISTRY_DATABASE, 'analyze application, institution, qualification, bed_inventory');
  return rows.map(({ id }) => id);
}

/** How many of the registry's events lie on the postgres bus. */
export function eventsOnBus(postgres: BenchPostgres): Promise<number> {
  return postgres.count('yiyang_bus', 'select count(*) from topic_yiyang_institution_v1');
}
