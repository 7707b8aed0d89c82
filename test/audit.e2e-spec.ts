import { randomUUID } from 'node:crypto';
import { DevelopmentApi, type Api } from '../tools/stack/api.ts';
import { REGION } from '../tools/journey/cast.ts';
import { OWNERS, type Owner } from './support/databases.js';
import { TestStack } from './support/test-stack.js';
import { until } from './support/until.js';

interface Verification {
  ok: boolean;
  services: { service: string; ok: boolean; entries: number; firstAltered?: { entryId: string; reason: string } }[];
}

describe('GET /v1/audit/verify', () => {
  let platform: TestStack;
  let health: Api;
  const sealed = new Map<Owner, string>();

  const verify = async (): Promise<Verification> => {
    const { status, body } = await health.get<Verification>('/v1/audit/verify');
    expect(status).toBe(200);
    return body;
  };
  const findings = ({ services }: Verification) =>
    Object.fromEntries(
      services.flatMap(({ service, firstAltered }) => (firstAltered ? [[service, firstAltered]] : [])),
    );

  beforeAll(async () => {
    platform = await TestStack.open({ driver: 'postgres' });
    const development = new DevelopmentApi(platform.base);
    const client = (role: string) => development.client({ name: role, role, region: REGION });
    health = await client('HEALTH');
    const [civilAffairs, insurance] = [await client('CIVIL_AFFAIRS'), await client('INSURANCE')];
    for (const owner of OWNERS) {
      const entryId = await until(`three sealed entries of ${owner}`, async () => {
        // Writes, reads and refusals: something for every service and the gateway.
        await civilAffairs.post('/v1/assessors', {});
        await civilAffairs.get(`/v1/elders/${randomUUID()}`);
        await health.get(`/v1/referrals/${randomUUID()}`);
        await insurance.get(`/v1/claims/${randomUUID()}`, { 'x-purpose': 'SETTLEMENT' });
        await health.get('/v1/indicators?region=000000&period=2026-Q1');
        await insurance.post('/v1/elders', {});
        const [row] = await platform.databases.rows<{ ids: string[] | null }>(
          owner,
          `select array_agg(id order by seal_no, place)::text[] as ids
           from audit_seal, unnest(entry_ids) with ordinality as e (id, place)`,
        );
        return (row?.ids?.length ?? 0) >= 3 && row?.ids?.[1];
      });
      sealed.set(owner, entryId);
    }
  }, 120_000);
  afterAll(() => platform?.close(), 60_000);

  it('says that every trail is as it was written', async () => {
    const report = await verify();
    expect(report.ok).toBe(true);
    expect(report.services.map(({ service }) => service).sort()).toEqual([...OWNERS].sort());
  });

  it.each(OWNERS)('names the entry of %s that somebody changed, and nothing once it is as it was', async (owner) => {
    const entryId = sealed.get(owner) as string;
    const [row] = await platform.databases.rows<{ role: string }>(
      owner,
      'select role from audit_entry where entry_id = $1',
      [entryId],
    );
    const setRole = (role: string) =>
      platform.databases.rows(owner, 'update audit_entry set role = $2 where entry_id = $1', [entryId, role]);
    await setRole('SOMEBODY_ELSE');
    const report = await verify();
    expect([report.ok, findings(report)]).toEqual([false, { [owner]: { entryId, reason: 'ALTERED' } }]);
    await setRole(row?.role ?? '');
    expect((await verify()).ok).toBe(true);
  });

  it.each([
    ['when it was', `at = at + interval '1 microsecond'`],
    ['whose data it was', `elder_id = gen_random_uuid()`],
    ['for what purpose', `purpose = 'RESEARCH'`],
    ['what came of it', `outcome = case outcome when 'ALLOWED' then 'REFUSED' else 'ALLOWED' end`],
    ['its leaf', `leaf = sha256('other')`],
  ])('sees a change of %s', async (_, change) => {
    const entryId = sealed.get('settlement') as string;
    const names = 'at, elder_id, purpose, outcome, leaf';
    const superuser = await platform.databases.session('settlement');
    try {
      await superuser.query('create temp table kept as select * from audit_entry');
      await superuser.query(`update audit_entry set ${change} where entry_id = $1`, [entryId]);
      expect(findings(await verify())).toEqual({ settlement: { entryId, reason: 'ALTERED' } });
      const restore = `update audit_entry set (${names}) = (select ${names} from kept where entry_id = $1) where entry_id = $1`;
      await superuser.query(restore, [entryId]);
      await superuser.query('drop table kept');
    } finally {
      superuser.release();
    }
    expect((await verify()).ok).toBe(true);
  });

  it('names an entry that was taken away, one that was slipped in, and the chain that lost its end', async () => {
    const [forged] = await platform.databases.rows<{ id: string }>(
      'monitoring',
      `insert into audit_entry select (e.r).* from (
         select jsonb_populate_record(a, jsonb_build_object('entry_id', gen_random_uuid())) as r from audit_entry a limit 1) e
       returning entry_id::text as id`,
    );
    expect(findings(await verify())).toEqual({ monitoring: { entryId: forged?.id, reason: 'NOT_IN_CHAIN' } });

    const gone = sealed.get('referral') as string;
    await platform.databases.rows('referral', 'delete from audit_entry where entry_id = $1', [gone]);
    expect(findings(await verify())).toMatchObject({ referral: { entryId: gone, reason: 'DELETED' } });

    for (const owner of ['health-records', 'gateway'] as const) {
      const [last] = await platform.databases.rows<{ id: string }>(
        owner,
        `with cut as (delete from audit_seal where seal_no = (select max(seal_no) from audit_seal) returning entry_ids),
              lost as (delete from audit_entry where entry_id in (select unnest(entry_ids) from cut))
         select entry_ids[cardinality(entry_ids)]::text as id from cut`,
      );
      expect(findings(await verify())).toMatchObject({ [owner]: { entryId: last?.id, reason: 'CUT' } });
    }
  });
});
