import { fen } from '@yiyang/standards';
import { demoTerms } from '../testing/demo-terms.js';
import { aLinkTo, aStay, linksOf } from '../testing/a-stay.js';
import type { BenefitTerms } from './benefit-terms.js';
import { settleStays, type ClaimedStay } from './settle-stays.js';
import type { ReferralLink } from './deductible-chain.js';

/** Terms with a deductible of one amount and an otherwise known region. */
function withDeductible(yuan: string): BenefitTerms {
  const fenOf = Number(fen(yuan));
  const terms = demoTerms({ level: 3 });
  return { ...terms, deductible: { ...terms.deductible, value: { firstFen: fenOf, againFen: fenOf } } };
}

const deductibles = (stays: ClaimedStay[], links: Map<string, ReferralLink> = new Map()) => {
  const settled = settleStays(stays, links);
  return stays.map((stay) => settled.get(stay.claimId)?.split.amounts.deductible);
};

const first = (level: number, of: Partial<ClaimedStay> = {}) => aStay({ claimId: 'first', level, ...of });
const next = (level: number, of: Partial<ClaimedStay> = {}) =>
  aStay({
    claimId: 'next',
    level,
    referralId: 'to-next',
    admittedOn: '2026-03-10',
    dischargedOn: '2026-03-20',
    institutionId: `next-${level}`,
    ...of,
  });
const back = (level: number) =>
  aStay({
    claimId: 'back',
    level,
    referralId: 'to-back',
    admittedOn: '2026-03-20',
    dischargedOn: '2026-03-30',
    institutionId: `back-${level}`,
  });

const linked = (from: ClaimedStay, to: ClaimedStay) => aLinkTo(to, { fromInstitutionId: from.institutionId });

// Standards §10.2, in yuan: levels of the stays, whether each continues the one before, deductible of each.
it.each<[string, number[], boolean, string[]]>([
  ['a single stay', [3], true, ['1000']],
  ['down after 1000', [3, 1], true, ['1000', '0']],
  ['up after 200', [1, 3], true, ['200', '800']],
  ['up after 200 to level 2', [1, 2], true, ['200', '300']],
  ['up again after 1000', [3, 1, 3], true, ['1000', '0', '0']],
  ['the same level', [3, 3], true, ['1000', '0']],
  ['up and up', [1, 2, 3], true, ['200', '300', '500']],
  ['again at level 3 without a link, at the lower amount', [3, 3], false, ['1000', '800']],
  ['down without a link', [3, 1], false, ['1000', '200']],
  ['up without a link', [1, 3], false, ['200', '1000']],
])('SET-14 charges for %s %j (linked: %s) %j', (_, levels, isLinked, expected) => {
  const make = [first, next, back] as const;
  const stays = levels.map((level, i) => (make[i] as typeof first)(level));
  const links = stays.slice(1).map((stay, i) => linked(stays[i] as ClaimedStay, stay));
  expect(deductibles(stays, linksOf(...(isLinked ? links : [])))).toEqual(expected.map(fen));
});

it('SET-14 charges 600 at A, 300 more of 900 at B, nothing of 400 at C, and the full 400 without a referral', () => {
  const stays = [
    first(3, { terms: withDeductible('600') }),
    next(3, { terms: withDeductible('900') }),
    { ...back(3), terms: withDeductible('400') },
  ];
  const [a, b, c] = stays as [ClaimedStay, ClaimedStay, ClaimedStay];
  expect(deductibles(stays, linksOf(linked(a, b), linked(b, c)))).toEqual(['600', '300', '0'].map(fen));
  expect(deductibles([a, c])).toEqual(['600', '400'].map(fen));
});

it.each([
  ['2026-03-17', '0'],
  ['2026-03-18', '200'],
])(
  'continues a stay discharged on 2026-03-10 by one admitted on %s with a deductible of %s (7 days)',
  (admittedOn, expected) => {
    const to = next(1, { admittedOn });
    expect(deductibles([first(3), to], linksOf(linked(first(3), to)))[1]).toBe(fen(expected));
  },
);

it.each<[string, Partial<ClaimedStay>]>([
  ['another person', { elderId: 'other' }],
  ['another scheme', { scheme: 'EMPLOYEE' }],
  ['another institution than the referral led to', { institutionId: 'elsewhere' }],
  ['a stay before the referral’s', { admittedOn: '2026-03-09' }],
  ['a stay beyond the referral’s', { dischargedOn: '2026-03-21' }],
  ['another referral', { referralId: 'unknown' }],
  ['no referral', { referralId: null }],
])('does not continue the chain for %s', (_, of) => {
  const link = linked(first(3), next(1));
  expect(deductibles([first(3), next(1, of)], linksOf(link))[1]).toBe(fen('200'));
});

it('ends a chain with the year of discharge unless the region lets it cross', () => {
  const old = first(3, { admittedOn: '2025-12-20', dischargedOn: '2025-12-31', year: 2025 });
  const crossing = (crossYear: boolean) => {
    const terms = demoTerms({ level: 1 });
    const continuity = terms.continuity && { ...terms.continuity, value: { ...terms.continuity.value, crossYear } };
    return next(1, {
      admittedOn: '2025-12-31',
      dischargedOn: '2026-01-08',
      year: 2026,
      terms: { ...terms, continuity },
    });
  };
  const charge = (to: ClaimedStay) => deductibles([old, to], linksOf(linked(old, to)))[1];
  expect(charge(crossing(false))).toBe(fen('200'));
  expect(charge(crossing(true))).toBe(0n);
});

it('charges every stay where the region does not continue deductibles (P-15)', () => {
  const to = next(1, { terms: { ...demoTerms({ level: 1 }), continuity: null } });
  expect(deductibles([first(3), to], linksOf(linked(first(3), to)))).toEqual(['1000', '200'].map(fen));
});

it('takes off what was really charged, not the amount of the level (E5 first)', () => {
  const small = first(1, { bill: aStay({ claimId: 'x' }).bill.map((line) => ({ ...line, amount: fen('150') })) });
  const up = next(3);
  expect(deductibles([small, up], linksOf(linked(small, up)))).toEqual(['150', '850'].map(fen));
});

it('knows a stay that came from a referral by that referral, not by its institution alone', () => {
  const from = first(3, { referralId: 'to-first' });
  const to = next(1);
  const by = (parentReferralId: string) =>
    linksOf(aLinkTo(to, { fromInstitutionId: from.institutionId, parentReferralId }));
  expect(deductibles([from, to], by('to-first'))[1]).toBe(0n);
  expect(deductibles([from, to], by('another'))[1]).toBe(fen('200'));
});

it('keeps the chain together when the stay between is not claimed yet', () => {
  const middle = next(1);
  const last = back(3);
  const known = linksOf(
    linked(first(3), middle),
    aLinkTo(last, { fromInstitutionId: middle.institutionId, parentReferralId: 'to-next' }),
  );
  expect(deductibles([first(3), last], known)).toEqual(['1000', '0'].map(fen));
  expect(deductibles([first(3), middle, last], known)).toEqual(['1000', '0', '0'].map(fen));
});

it('ends at referrals that lead in a circle', () => {
  const day = { admittedOn: '2026-03-10', dischargedOn: '2026-03-10' };
  const stay = next(1, day);
  const circle = [
    aLinkTo(stay, { fromInstitutionId: 'x', parentReferralId: 'other' }),
    aLinkTo({ ...stay, referralId: 'other' }, { fromInstitutionId: 'y', parentReferralId: 'to-next' }),
  ];
  expect(deductibles([stay], linksOf(...circle))).toEqual([fen('200')]);
});

it('says why: amount of the level, what the chain was charged, which claims it is made of and the clause', () => {
  const to = next(1);
  const settled = settleStays([first(3), to], linksOf(linked(first(3), to)));
  expect(settled.get('next')?.deductible.because).toEqual({
    rule: 'SET-14',
    clause: '(十五)',
    source: '003篇六 咸宁市',
    policyVersion: '00000000-0000-7000-8000-000000421200@1',
    inputs: {
      standardFen: 20_000,
      billingLevel: 1,
      admissionsAtLevelBefore: 0,
      chargedInChainFen: 100_000,
      chain: ['first'],
      continuityApplies: true,
    },
  });
});
