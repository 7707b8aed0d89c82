import type { Refusal } from '@yiyang/decisions';
import type { DatedQualification, QualificationState } from './integrated-status.js';
import {
  changeQualification,
  QUALIFICATION_ACTIONS,
  type QualificationAction,
  type QualificationStep,
} from './qualification.js';

const qualification = (more: Partial<DatedQualification> = {}): DatedQualification => ({
  side: 'MEDICAL',
  state: 'ACTIVE',
  stateSince: '2024-01-01',
  validFrom: '2024-01-01',
  validTo: '2024-12-31',
  ...more,
});
const step = (action: QualificationAction, more: Partial<QualificationStep> = {}): QualificationStep => ({
  action,
  effectiveOn: '2024-06-01',
  today: '2024-06-01',
  validTo: '2025-12-31',
  ...more,
});
const codeOf = (decide: () => unknown) => {
  try {
    decide();
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};
const BECOMES: Record<QualificationAction, QualificationState> = {
  suspend: 'SUSPENDED',
  restore: 'ACTIVE',
  renew: 'ACTIVE',
  cancel: 'CANCELLED',
  revoke: 'REVOKED',
};

describe('changeQualification', () => {
  const states = Object.keys(QUALIFICATION_ACTIONS) as QualificationState[];
  const actions = Object.keys(BECOMES) as QualificationAction[];

  it.each(states.flatMap((state) => actions.map((action) => [state, action] as const)))(
    '%s: %s agrees with the table',
    (state, action) => {
      const allowed: readonly string[] = QUALIFICATION_ACTIONS[state];
      const decide = () => changeQualification(qualification({ state }), step(action));
      if (allowed.includes(action)) expect(decide().state).toBe(BECOMES[action]);
      else expect(codeOf(decide)).toBe('QUALIFICATION_STATE');
    },
  );

  it('may be dated back to the first day of the qualification, not before it, and not into the future', () => {
    const cancel = (effectiveOn: string) => changeQualification(qualification(), step('cancel', { effectiveOn }));
    expect(cancel('2024-01-01')).toEqual({ state: 'CANCELLED', stateSince: '2024-01-01' });
    expect(codeOf(() => cancel('2023-12-31'))).toBe('BEFORE_QUALIFICATION');
    expect(codeOf(() => cancel('2024-06-02'))).toBe('DATE_IN_FUTURE');
  });

  it('is renewed in time without an interruption, and after the end from the day of the renewal', () => {
    const late = { effectiveOn: '2025-02-01', today: '2025-02-01' };
    expect(changeQualification(qualification(), step('renew'))).toMatchObject({ stateSince: '2024-01-01' });
    expect(changeQualification(qualification(), step('renew', late))).toMatchObject({ stateSince: '2025-02-01' });
    expect(codeOf(() => changeQualification(qualification(), step('suspend', late)))).toBe('QUALIFICATION_STATE');
  });

  it('is renewed only for longer', () => {
    const renew = (validTo: string) => changeQualification(qualification(), step('renew', { validTo }));
    expect(renew('2025-01-01')).toMatchObject({ validTo: '2025-01-01' });
    expect(codeOf(() => renew('2024-12-31'))).toBe('RENEWAL_NOT_LONGER');
    expect(codeOf(() => changeQualification(qualification({ validTo: null }), step('renew')))).toBe(
      'RENEWAL_NOT_LONGER',
    );
  });
});
