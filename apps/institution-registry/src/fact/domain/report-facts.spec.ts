import { countiesWithin } from '@yiyang/standards';
import { countiesBelow, isTargetMet, ratePercent, type CountTarget } from './report-facts.js';

const because = { source: '003篇十 文山州', clause: '(二)', policyVersion: 'wenshan@1' };
const PER_COUNTY: CountTarget = { count: 1, per: 'COUNTY', byYear: null };

it('REG-32 P-28 names the one of eight counties that has no support institution', () => {
  const counties = countiesWithin('532600');
  expect(counties).toHaveLength(8);
  const counted = counties.slice(1).map((division) => ({ division, facts: 1, institutions: 1 }));
  const missing = countiesBelow(PER_COUNTY, counties, counted);
  expect(missing).toEqual([counties[0]]);
  expect(isTargetMet('REG-32', { target: PER_COUNTY, because }, { institutions: 7, missing })).toEqual({
    value: false,
    because: { rule: 'REG-32', ...because, inputs: { target: 1, per: 'COUNTY', institutions: 7, missing } },
  });
});

it.each([
  [0, false],
  [1, true],
])('REG-55 P-29 reports %i assessment centres: met %j', (institutions, met) => {
  const target: CountTarget = { count: 1, per: 'DIVISION', byYear: null };
  expect(countiesBelow(target, ['140428'], [])).toEqual([]);
  expect(isTargetMet('REG-55', { target, because }, { institutions, missing: [] }).value).toBe(met);
});

it.each([
  [38, 40, '95.0'],
  [40, 40, '100.0'],
  [0, 40, '0.0'],
  [1, 3, '33.3'],
  [2, 3, '66.7'],
  [1, 16, '6.3'],
  [0, 0, null],
])('REG-34 %i of %i is %s percent', (part, whole, rate) => {
  expect(ratePercent(part, whole)).toBe(rate);
});
