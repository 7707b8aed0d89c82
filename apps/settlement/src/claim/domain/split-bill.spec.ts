import fc from 'fast-check';
import {
  CATALOGUE_CLASSES,
  codesOf,
  fen,
  fenFromJson,
  FUND_CATEGORIES,
  maxFen,
  minFen,
  multiplyRatio,
  sum,
  type Fen,
} from '@yiyang/standards';
import { aBill, aLine } from '../testing/a-bill.js';
import { demoTerms } from '../testing/demo-terms.js';
import type { BenefitTerms } from './benefit-terms.js';
import type { BillLine } from './bill-line.js';
import { NOTHING_USED, splitBill, type Person, type Standing } from './split-bill.js';

const amount = fc.bigInt({ min: 1n, max: 3_000_000_000n });

const anyLine: fc.Arbitrary<BillLine> = fc
  .record({
    fundCategory: fc.constantFrom(...codesOf(FUND_CATEGORIES)),
    catalogueClass: fc.constantFrom(...codesOf(CATALOGUE_CLASSES)),
    amount,
    over: fc.integer({ min: 0, max: 100 }),
    preself: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ over, preself, ...line }) => ({
    ...line,
    itemCode: 'X',
    overLimit: (line.amount * BigInt(over)) / 100n,
    preselfRatio: String(preself / 10_000),
  }));

const anyCase = fc.constantFrom(
  ...[1, 2, 3].flatMap((level) => [
    { scheme: 'RESIDENT', personType: 'RESIDENT', level },
    { scheme: 'EMPLOYEE', personType: 'ACTIVE', level },
    { scheme: 'EMPLOYEE', personType: 'RETIREE', level },
  ]),
);

const anyStanding: fc.Arbitrary<Standing> = fc.record({
  pool: fc.bigInt({ min: 0n, max: 15_000_000n }),
  burden: fc.bigInt({ min: 0n, max: 50_000_000n }),
  major: fc.bigInt({ min: 0n, max: 30_000_000n }),
  aid: fc.bigInt({ min: 0n, max: 5_000_000n }),
});

const anyPerson = fc.record({
  aid: fc.record({ deductible: amount, ratio: fc.constantFrom('0.5', '0.70', '1'), cap: amount }),
  accountBalance: fc.bigInt({ min: 0n, max: 10_000_000n }),
});

/** Names of the invariants that a split breaks; one expectation per bill keeps 10,000 of them fast. */
function brokenInvariants(
  bill: BillLine[],
  terms: BenefitTerms,
  deductible: Fen,
  standing: Standing,
  person: Person,
): string[] {
  const { amounts: a, lines, rejected } = splitBill(bill, terms, deductible, standing, person);
  const capLeft = maxFen(0n, fenFromJson(terms.poolCapFen.value) - standing.pool);
  const invariants: Record<string, boolean> = {
    'all at least 0': Object.values(a).every((amount) => amount >= 0n),
    'total = fund + person': a.total === a.fund + a.person,
    'fund = pool + major + aid': a.fund === a.pool + a.major + a.aid,
    'person = account + cash': a.person === a.account + a.cash,
    'total = steps 2 to 5': a.total === a.ownPay + a.overLimit + a.preself + a.inScope,
    'nothing of the bill is lost': a.total + rejected === sum(bill.map((line) => line.amount)),
    'pool within its cap': a.pool <= capLeft,
    'fund within the scope': a.fund <= a.inScope,
    'pool after the deductible': a.pool <= a.inScope - a.deductible,
    'deductible within scope and chain': a.deductible === minFen(a.inScope, deductible),
    'account within its balance': a.account <= (person.accountBalance ?? 0n),
    'lines within their amount': lines.every((line) => line.inScope >= 0n && line.inScope <= line.amount),
  };
  return Object.keys(invariants).filter((name) => !invariants[name]);
}

it('keeps every invariant of standards §10.1 over 10,000 random bills', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 12 }),
      anyCase,
      fc.constantFrom(0n, 20_000n, 80_000n, 100_000n),
      anyStanding,
      anyPerson,
      (bill, of, deductible, standing, person) => {
        const terms = demoTerms(of);
        expect(brokenInvariants(bill, terms, deductible, standing, person)).toEqual([]);
      },
    ),
    { numRuns: 10_000 },
  );
});

it('SET-10 gives living care and the care bed no share of any fund, in any combination', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (bill) => {
      const isCare = (line: BillLine) => ['LIVING_CARE', 'CARE_ACCOMMODATION'].includes(line.fundCategory);
      const withCare = splitBill(bill, demoTerms(), 0n);
      const without = splitBill(
        bill.filter((line) => !isCare(line)),
        demoTerms(),
        0n,
      );
      expect(withCare.amounts).toEqual(without.amounts);
      bill.forEach((line, i) => {
        if (!isCare(line)) return;
        expect(withCare.lines[i]).toMatchObject({
          decision: 'REJECTED',
          inScope: 0n,
          because: { rule: 'SET-10', clause: '003篇六(十五)「不得用于支付生活照护等养老服务费用」' },
        });
      });
    }),
    { numRuns: 500 },
  );
});

it('SET-10 takes 诊治 800 and 医疗护理 200 as fund base 1 000 and rejects 生活照护 500', () => {
  const bill = [
    aLine({ amount: '800' }),
    aLine({ amount: '200', fundCategory: 'MEDICAL_NURSING' }),
    aLine({ amount: '500', fundCategory: 'LIVING_CARE' }),
  ];
  const { amounts, lines, rejected } = splitBill(bill, demoTerms(), 0n);
  expect(amounts).toMatchObject({ total: fen('1000'), inScope: fen('1000') });
  expect(rejected).toBe(fen('500'));
  expect(lines.map((line) => line.decision)).toEqual(['ACCEPTED', 'ACCEPTED', 'REJECTED']);
});

it('SET-11 makes 生活照护 500 self-pay where no long-term care insurance takes it', () => {
  const { lines } = splitBill([aLine({ amount: '500', fundCategory: 'LIVING_CARE' })], demoTerms(), 0n);
  expect(lines[0]?.because.inputs).toMatchObject({ amountFen: 50_000, payer: 'SELF', selfPayRule: 'SET-11' });
});

it('has the person pay the home-visit fee', () => {
  const { amounts } = splitBill(
    [aLine({ amount: '60', fundCategory: 'VISIT_FEE' }), aLine({ amount: '45' })],
    demoTerms(),
    0n,
  );
  expect(amounts).toMatchObject({ total: fen('105'), ownPay: fen('60'), inScope: fen('45') });
});

it.each([
  ['149999.99', '0.01'],
  ['150000.00', '0'],
])('pays from the pool up to the cap: after %s this year at most %s', (paid, left) => {
  const { amounts } = splitBill(aBill({ total: '20000' }), demoTerms(), 0n, { ...NOTHING_USED, pool: fen(paid) });
  expect(amounts.pool).toBe(fen(left));
});

it.each([
  ['12000.00', '0'],
  ['12000.01', '0.01'],
  ['30000.00', '10800'],
  ['100000.00', '56300'],
  ['100000.02', '56300.02'],
])('owes %s of burden %s from major illness insurance', (burden, expected) => {
  const terms = { ...demoTerms({ level: 3 }), poolCapFen: { ...demoTerms().poolCapFen, value: 0 } };
  expect(splitBill(aBill({ total: burden }), terms, 0n).amounts.major).toBe(fen(expected));
});

it('counts what the person pays first on class B as burden only where the region says so', () => {
  const terms = demoTerms({ level: 3 });
  const including = {
    ...terms,
    major: terms.major && { ...terms.major, value: { ...terms.major.value, includesPreself: true } },
  };
  const bill = aBill({ total: '200000', b: '100000' });
  expect(splitBill(bill, terms, 0n).burden).toBe(fen('66500'));
  expect(splitBill(bill, including, 0n).burden).toBe(fen('76500'));
});

it('explains the pool’s share so that its inputs give the amount again', () => {
  const { amounts, because } = splitBill(
    aBill({ total: '1234.57', c: '10.01', b: '456.79', overLimit: '0.33' }),
    demoTerms(),
    fen('200'),
  );
  const { inScopeFen, deductibleFen, ratio, capFen, paidThisYearFen } = because.pool.inputs;
  const again = minFen(
    multiplyRatio(BigInt(Number(inScopeFen) - Number(deductibleFen)), String(ratio)),
    BigInt(Number(capFen) - Number(paidThisYearFen)),
  );
  expect(again).toBe(amounts.pool);
  expect(because.pool).toMatchObject({
    rule: 'STD-10.1-7',
    source: 'demonstration',
    policyVersion: '00000000-0000-7000-8000-000000421202@1',
  });
});
