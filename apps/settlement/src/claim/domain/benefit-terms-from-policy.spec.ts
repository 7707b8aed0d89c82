import { DEMO_POLICY, demoTerms } from '../testing/demo-terms.js';
import { benefitTermsFrom } from './benefit-terms-from-policy.js';

const RESIDENT = { scheme: 'RESIDENT', personType: 'RESIDENT', level: 1 };

it.each([
  [{ scheme: 'EMPLOYEE', personType: 'ACTIVE', level: 3 }, '0.85', 100_000, 80_000],
  [{ scheme: 'EMPLOYEE', personType: 'RETIREE', level: 3 }, '0.87', 100_000, 80_000],
  [{ scheme: 'RESIDENT', personType: 'RESIDENT', level: 2 }, '0.75', 50_000, 50_000],
])('finds ratio and deductible of %j', (of, ratio, firstFen, againFen) => {
  expect(demoTerms(of)).toMatchObject({ poolRatio: { value: ratio }, deductible: { value: { firstFen, againFen } } });
});

it('bills an ungraded institution at the level that policy says (standards §4.3)', () => {
  expect(demoTerms({ level: 0 })).toEqual(demoTerms({ level: 1 }));
});

it.each([[{ ...RESIDENT, scheme: 'NCMS' }], [{ ...RESIDENT, personType: 'RETIREE' }]])(
  'SET-08 refuses the case %j for which the region sets no benefit',
  (of) => {
    expect(() => benefitTermsFrom(DEMO_POLICY, of)).toThrow('BENEFIT_NOT_SET');
  },
);

it('knows no major-illness insurance where the region sets none for the scheme', () => {
  expect(demoTerms({ scheme: 'EMPLOYEE', personType: 'ACTIVE' }).major).toBeNull();
});

it('continues deductibles only where P-15 says so', () => {
  const { deductibleContinuity } = DEMO_POLICY;
  if (!deductibleContinuity) throw new Error('the demonstration region has P-15');
  const terms = (value: boolean) =>
    benefitTermsFrom({ ...DEMO_POLICY, deductibleContinuity: { ...deductibleContinuity, value } }, RESIDENT);
  expect(terms(true).continuity?.value).toEqual({ maxGapDays: 7, crossYear: false });
  expect(terms(false).continuity).toBeNull();
});
