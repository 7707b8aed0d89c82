import { systemContext } from '@yiyang/access';
import { newId } from '@yiyang/persistence';
import { type ServiceStack, startSettlement } from '../testing/settlement-stack.js';
import {
  aClaim,
  aCompletedReferral,
  aMedicalInstitution,
  anElder,
  designated,
  E1_LINES,
  E2_LINES,
  hospital,
  insurance,
} from '../testing/named.js';

let stack: ServiceStack;
let generalHospital: string;
let nursingHospital: string;

beforeAll(async () => {
  stack = await startSettlement();
  await stack.at('2026-04-20T02:00:00Z');
  generalHospital = await aMedicalInstitution(stack, { level: 3 });
  nursingHospital = await aMedicalInstitution(stack, { level: 1, kind: 'NURSING_HOSPITAL' });
  await designated(stack, generalHospital);
  await designated(stack, nursingHospital);
  await stack.at('2026-12-30T02:00:00Z');
});
afterAll(() => stack.stop());

const day = (n: number) => new Date(Date.UTC(2026, 4, n)).toISOString().slice(0, 10);
const settle = (
  elderId: string,
  n: number,
  of: { lines?: object[]; institutionId?: string; referralId?: string; key?: string } = {},
) => {
  const { lines = E1_LINES, institutionId = generalHospital, referralId, key } = of;
  const stay = {
    elderId,
    institutionId,
    ...(referralId && { referralId }),
    admittedOn: day(n),
    dischargedOn: day(n + 1),
  };
  return stack.call(hospital(institutionId), 'POST', '/v1/claims', { body: aClaim(stay, lines), ...(key && { key }) });
};
const accumulated = async (elderId: string) => {
  const answer = await stack.call(insurance(), 'GET', `/v1/accumulations/${elderId}?year=2026`);
  return (answer.body['items'] as Record<string, number>[])[0];
};

it('settles 16 claims of one person at once as if one after the other: one first deductible, never over the cap', async () => {
  const elderId = await anElder(stack);
  const large = [{ itemCode: 'A-1', fundCategory: 'MEDICAL', catalogueClass: 'A', amountFen: 2_000_000 }];
  const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => settle(elderId, 3 * i + 1, { lines: large })));
  expect(answers.map((answer) => answer.status)).toEqual(Array(16).fill(201));
  expect(await accumulated(elderId)).toMatchObject({
    admissions: 16,
    deductibleFen: 100_000 + 15 * 80_000,
    poolFen: 15_000_000,
  });
});

it('settles one stay once, however often and however fast it is claimed', async () => {
  const elderId = await anElder(stack);
  const answers = await Promise.all(Array.from({ length: 6 }, () => settle(elderId, 1)));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'STAY_ALREADY_SETTLED' });
  expect(await accumulated(elderId)).toMatchObject({ admissions: 1 });
});

it('answers a repeat of a call byte for byte and settles nothing twice', async () => {
  const elderId = await anElder(stack);
  const key = newId();
  const first = await settle(elderId, 1, { key });
  expect(await settle(elderId, 1, { key })).toEqual(first);
  expect(await accumulated(elderId)).toMatchObject({ admissions: 1 });
});

it('SET-14 gives the same amounts whichever way link and claims race', async () => {
  for (let round = 0; round < 8; round++) {
    const elderId = await anElder(stack);
    const [up, down] = [newId(), newId()];
    const stay = { elderId, institutionId: nursingHospital, admittedOn: day(2), dischargedOn: day(3) };
    const link = () =>
      aCompletedReferral(stack, {
        ...stay,
        referralId: down,
        parentReferralId: up,
        chainId: newId(),
        fromInstitutionId: generalHospital,
      });
    const second = () => settle(elderId, 2, { institutionId: nursingHospital, referralId: down, lines: E2_LINES });
    const [, claim] = await Promise.all([settle(elderId, 1, { referralId: up }), second(), link()]);
    const after = await stack.call(insurance(), 'GET', `/v1/claims/${claim.id}`);
    expect(after.body['amounts']).toMatchObject({ actPayDedcFen: 0, hifpPayFen: 484_500 });
    expect(await accumulated(elderId)).toMatchObject({ deductibleFen: 100_000, poolFen: 1_137_500 + 484_500 });
  }
});

it('shows no claim and no ledger entry to a transaction that does not say for whom it reads', async () => {
  await settle(await anElder(stack), 1);
  const { database } = stack.own;
  const count = (system: boolean) =>
    database.transaction(async (tx) => {
      if (system) tx.actAs(systemContext('settlement'));
      const rows = await tx.many('select id from claim union all select id from benefit_entry');
      return rows.length;
    });
  expect(await count(false)).toBe(0);
  expect(await count(true)).toBeGreaterThan(0);
});

it.each(['update benefit_entry set pool_fen = 0', 'delete from benefit_entry'])(
  'lets the app role not run: %s',
  async (sql) => {
    await expect(stack.own.database.transaction((tx) => tx.many(sql))).rejects.toMatchObject({ code: '42501' });
  },
);

it('has a ledger that adds up to the claims that stand', async () => {
  const [difference] = await stack.own.asSuperuser<{ count: string }>(`
    select count(*) from (
      select elder_id, year, scheme, sum(pool_fen) as pool, sum(total_fen) as total from benefit_entry group by 1, 2, 3) l
    full join (
      select elder_id, year, scheme, sum((settlement->'amounts'->>'pool')::bigint) as pool,
        sum((settlement->'amounts'->>'total')::bigint) as total
      from claim where status = 'ADJUDICATED' group by 1, 2, 3) c using (elder_id, year, scheme)
    where l.pool is distinct from c.pool or l.total is distinct from c.total`);
  expect(difference).toEqual({ count: '0' });
});
