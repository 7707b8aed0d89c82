import type { ContractCoverage } from '@yiyang/region-policy';
import { aHome, policyFor, SHANGHAI, WENSHAN } from '../testing/an-input.js';
import { agreementCoverageRate, type CoverageCount } from './agreement-coverage-rate.js';

const policy = (division: string | undefined) => policyFor(aHome({ division: division as string }))('contractCoverage');
const count = (
  scope: ContractCoverage['scope'],
  institutions: number,
  withAny: number,
  centres = withAny,
): CoverageCount => ({
  scope,
  institutions,
  withAny,
  withCommunityHealthCentre: centres,
});

describe('coverage by agreements', () => {
  it('CON-06 Shanghai: 60 day-care centres, 30 signed: 50.0 %, first stage reached', () => {
    expect(agreementCoverageRate(count('COMMUNITY_DAY_CARE', 60, 30), policy(SHANGHAI))).toMatchObject({
      ratePercent: '50.0',
      targets: [
        { percent: '50.0', met: true },
        { percent: '100.0', met: false },
      ],
    });
    expect(agreementCoverageRate(count('COMMUNITY_DAY_CARE', 60, 29), policy(SHANGHAI)).targets[0]?.met).toBe(false);
  });

  it('CON-06 day care counts agreements with a community health centre, homes with anybody', () => {
    expect(agreementCoverageRate(count('COMMUNITY_DAY_CARE', 10, 10, 4), policy(SHANGHAI)).covered).toBe(4);
    expect(agreementCoverageRate(count('CARE_INSTITUTIONS', 10, 10, 4), policy(SHANGHAI)).covered).toBe(10);
  });

  it('CON-05 Wenshan: 40 institutions, 39 active: 97.5 %, not met', () => {
    expect(agreementCoverageRate(count('CARE_INSTITUTIONS', 40, 39), policy(WENSHAN))).toMatchObject({
      ratePercent: '97.5',
      targets: [{ percent: '100.0', met: false }],
    });
    expect(agreementCoverageRate(count('CARE_INSTITUTIONS', 40, 40), policy(WENSHAN)).targets[0]?.met).toBe(true);
  });

  it('reports only where the region has no target, and no rate of nothing', () => {
    expect(agreementCoverageRate(count('CARE_INSTITUTIONS', 0, 0), undefined)).toMatchObject({
      ratePercent: null,
      targets: [],
    });
  });
});
