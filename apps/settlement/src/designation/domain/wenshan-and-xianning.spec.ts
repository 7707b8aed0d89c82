import { Refusal } from '@yiyang/decisions';
import { resolvePolicy, SEED_POLICY_SETS, type PolicyKey } from '@yiyang/region-policy';
import { NATIONAL_CALENDAR } from '@yiyang/standards';
import { applyForDesignation } from './apply-for-designation.js';
import { clocksFrom, lateFrom, warnFrom } from './designation-clocks.js';

const WENSHAN = '532601';
const XIANNING = '421202';

function policyIn<K extends PolicyKey>(division: string, key: K) {
  const found = resolvePolicy(SEED_POLICY_SETS, key, division, '2024-01-01');
  if (!found) throw new Error(`${key} is not set in ${division}`);
  return found;
}

/** 'allowed', or the refusal with the clause that made it. */
function apply(division: string, foundedOn: string, operatingSince: string | null, today: string): string {
  const minimum = policyIn(division, 'designation.minOperatingMonths');
  const applicant = { institutionId: 'institution', kind: 'NURSING_HOSPITAL', side: 'MEDICAL' as const, division };
  try {
    const application = { id: 'application', schemes: ['RESIDENT' as const], today };
    applyForDesignation({ ...applicant, foundedOn, operatingSince }, minimum, application);
    return 'allowed';
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.detail.source}${error.detail.clause}`;
    throw error;
  }
}

function clocks(division: string, acceptedOn: string) {
  const evaluationMaxMonths = policyIn(division, 'designation.evaluationMaxMonths').value;
  const agreementMaxWorkingDays = policyIn(division, 'designation.agreementMaxWorkingDays').value;
  return clocksFrom(acceptedOn, { evaluationMaxMonths, agreementMaxWorkingDays }, NATIONAL_CALENDAR);
}

describe('Wenshan and Xianning answer the same question differently', () => {
  it('P-10 D3 SET-01 founded and operating since 2024-01-15, applying on 2024-04-14 and 2024-04-15', () => {
    const on = (division: string, day: string) => apply(division, '2024-01-15', '2024-01-15', day);
    expect([on(XIANNING, '2024-04-14'), on(XIANNING, '2024-04-15')]).toEqual([
      'TOO_EARLY 003篇六 咸宁市(十五)',
      'allowed',
    ]);
    expect([on(WENSHAN, '2024-01-15'), on(WENSHAN, '2024-04-14')]).toEqual(['allowed', 'allowed']);
  });

  it('P-10 D3 SET-02 founded on 2024-04-01 and not operating yet, applying on that day', () => {
    expect(apply(WENSHAN, '2024-04-01', null, '2024-04-01')).toBe('allowed');
    expect(apply(WENSHAN, '2024-04-01', null, '2024-03-31')).toBe('TOO_EARLY 003篇十 文山州(十六)');
    expect(apply(XIANNING, '2024-04-01', null, '2024-04-01')).toBe('NOT_IN_OPERATION 003篇六 咸宁市(十五)');
  });

  it('P-11 P-12 D4 SET-03 SET-04 accepted on 2024-04-22: one clock each, of months and of working days', () => {
    expect(clocks(XIANNING, '2024-04-22')).toEqual({ evaluationDueOn: '2024-07-22', agreementDueOn: null });
    expect(clocks(WENSHAN, '2024-04-22')).toEqual({ evaluationDueOn: null, agreementDueOn: '2024-06-04' });
    expect(clocks(XIANNING, '2024-04-20')).toMatchObject({ evaluationDueOn: '2024-07-20' });
    expect(clocks(WENSHAN, '2024-07-01')).toMatchObject({ agreementDueOn: '2024-08-12' });
  });

  it('SET-03 due on 2024-07-20: warned from 5 July on, late from the beginning of 21 July', () => {
    const warningDays = policyIn(XIANNING, 'designation.evaluationWarningDays').value;
    expect(warnFrom('2024-07-20', warningDays)).toEqual(new Date('2024-07-05T00:00:00+08:00'));
    expect(lateFrom('2024-07-20')).toEqual(new Date('2024-07-21T00:00:00+08:00'));
  });
});
