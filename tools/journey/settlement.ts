import type { Api } from '../stack/api.ts';
import { idOf, type Cast } from './cast.ts';
import { yuan } from './story.ts';

interface Claim {
  id: string;
  amounts: Record<string, number>;
  deductible: { value: number; because: { rule: string; clause?: string } };
  lines: { fundCategory: string; decision: string; because: { rule: string; clause?: string } }[];
}

const PURPOSE = { headers: { 'x-purpose': 'SETTLEMENT' } };
const line = (itemCode: string, catalogueClass: string, amountFen: number, more: object = {}) => ({
  itemCode,
  fundCategory: 'MEDICAL',
  catalogueClass,
  amountFen,
  ...more,
});

/** Bills of standards §10.3, E1 and E2. */
const E1 = [
  line('A-01', 'A', 1_400_000),
  line('B-01', 'B', 500_000, { preselfRatio: 0.1 }),
  line('C-01', 'C', 100_000),
];
const E2 = [line('A-02', 'A', 480_000), line('B-02', 'B', 100_000, { preselfRatio: 0.1 }), line('C-02', 'C', 20_000)];
const LIVING_CARE = line('L-01', 'A', 30_000, { fundCategory: 'LIVING_CARE' });

const pool = (claim: Claim): number => claim.amounts['hifpPayFen'] ?? Number.NaN;

async function accumulated(cast: Cast): Promise<string> {
  const year = idOf(cast, 'left hospital').slice(0, 4);
  const path = `/v1/accumulations/${idOf(cast, 'elder')}?year=${year}`;
  const seen = cast.story.expect(await cast.insurance.get<{ items: object[] }>(path, PURPOSE.headers), 200);
  return JSON.stringify(seen.items);
}

/** Step 8: two linked stays, one deductible. */
export async function settle(cast: Cast): Promise<void> {
  const { story, hospital, nursingHospital } = cast;
  story.chapter('Settlement: one deductible over two linked stays');
  const insured = { elderId: idOf(cast, 'elder'), scheme: 'RESIDENT', personType: 'RESIDENT' };
  const first = {
    ...insured,
    institutionId: idOf(cast, 'hospital'),
    referralId: idOf(cast, 'up referral'),
    admittedOn: idOf(cast, 'admitted'),
    dischargedOn: idOf(cast, 'left hospital'),
    lines: E1,
  };
  const second = {
    ...insured,
    institutionId: idOf(cast, 'nursing hospital'),
    referralId: idOf(cast, 'down referral'),
    admittedOn: idOf(cast, 'left hospital'),
    dischargedOn: idOf(cast, 'left nursing hospital'),
    lines: [...E2, LIVING_CARE],
  };
  const claim = (client: Api, path: string, body: object, status: number) =>
    client.post<Claim>(path, body, PURPOSE).then((answer) => story.expect(answer, status));
  const before = await claim(hospital, '/v1/claims/pre-settle', first, 200);
  const stay = await claim(hospital, '/v1/claims', first, 201);
  story.same(stay.amounts, before.amounts, 'pre-settlement and settlement');
  story.same(pool(stay), 1_137_500, 'pool of the hospital stay');
  const { referralId: _, ...unlinked } = second;
  story.same(
    pool(await claim(nursingHospital, '/v1/claims/pre-settle', unlinked, 200)),
    467_500,
    'pool without the link',
  );
  const accumulatedBefore = await accumulated(cast);
  const linked = await claim(nursingHospital, '/v1/claims', second, 201);
  story.same([linked.deductible.value, pool(linked)], [0, 484_500], 'deductible and pool of the linked stay');
  const living = linked.lines.find((each) => each.fundCategory === 'LIVING_CARE');
  story.same([living?.decision, living?.because.rule], ['REJECTED', 'SET-10'], 'the living-care line');
  const { etag } = await nursingHospital.get(`/v1/claims/${linked.id}`, PURPOSE.headers);
  story.expect(
    await nursingHospital.post(
      `/v1/claims/${linked.id}/cancel`,
      { reasonCode: 'BILL_WRONG' },
      { ifMatch: etag, ...PURPOSE },
    ),
    200,
  );
  story.same(await accumulated(cast), accumulatedBefore, 'accumulations after the cancellation');
  const again = await claim(nursingHospital, '/v1/claims', second, 201);
  story.same(pool(again), 484_500, 'pool after settling again');
  story.note(
    `hospital stay ${yuan(2_000_000)}: pool ${yuan(pool(stay))}, deductible ${yuan(stay.deductible.value)} (${stay.deductible.because.rule})`,
  );
  story.note(
    `nursing hospital ${yuan(600_000)}: pool ${yuan(pool(again))}, deductible ${yuan(again.deductible.value)}; without the link it would be ${yuan(467_500)}`,
  );
}
