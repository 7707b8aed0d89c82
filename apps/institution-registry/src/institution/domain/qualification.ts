import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';
import { assertNotInFuture } from './not-in-future.js';
import { stateOn, type DatedQualification, type QualificationState } from './integrated-status.js';

export type QualificationAction = 'suspend' | 'restore' | 'renew' | 'cancel' | 'revoke';

/** What may happen to a qualification in which state; expiry comes by itself. Sources: 8.1; architecture §4. */
export const QUALIFICATION_ACTIONS = {
  ACTIVE: ['suspend', 'renew', 'cancel', 'revoke'],
  SUSPENDED: ['restore', 'cancel', 'revoke'],
  EXPIRED: ['renew'],
  CANCELLED: [],
  REVOKED: [],
} as const satisfies Record<QualificationState, readonly QualificationAction[]>;

const BECOMES = {
  suspend: 'SUSPENDED',
  restore: 'ACTIVE',
  renew: 'ACTIVE',
  cancel: 'CANCELLED',
  revoke: 'REVOKED',
} as const satisfies Record<QualificationAction, QualificationState>;

export interface QualificationStep {
  readonly action: QualificationAction;
  readonly effectiveOn: CivilDate;
  readonly today: CivilDate;
  /** New last day; of a renewal only. */
  readonly validTo?: CivilDate;
}

export interface QualificationChange {
  readonly state: QualificationState;
  readonly stateSince: CivilDate;
  readonly validTo?: CivilDate;
}

/**
 * The next state of a qualification. A change may be dated back, which corrects what was known, but not to before the
 * qualification began; a renewal ends later than what it renews. Sources: REG-01; 8.1.
 */
export function changeQualification(qualification: DatedQualification, step: QualificationStep): QualificationChange {
  const { action, effectiveOn, today, validTo } = step;
  const state = stateOn(qualification, today);
  const allowed: readonly QualificationAction[] = QUALIFICATION_ACTIONS[state];
  if (!allowed.includes(action)) throw refusal('QUALIFICATION_STATE', { rule: 'REG-01', inputs: { state, action } });
  assertNotInFuture('effectiveOn', effectiveOn, today);
  if (effectiveOn < qualification.validFrom)
    throw refusal('BEFORE_QUALIFICATION', {
      inputs: { effectiveOn, validFrom: qualification.validFrom },
      fields: [{ path: 'effectiveOn', rule: `not before ${qualification.validFrom}` }],
    });
  if (action !== 'renew') return { state: BECOMES[action], stateSince: effectiveOn };
  return renewed(qualification, { state, effectiveOn, validTo: validTo as CivilDate });
}

/** A renewal in time interrupts nothing. */
function renewed(
  { stateSince, validTo: until }: DatedQualification,
  { state, effectiveOn, validTo }: { state: QualificationState; effectiveOn: CivilDate; validTo: CivilDate },
): QualificationChange {
  if (until === null || validTo <= until || validTo < effectiveOn)
    throw refusal('RENEWAL_NOT_LONGER', {
      inputs: { validTo, until },
      fields: [{ path: 'validTo', rule: until === null ? 'the qualification has no end' : `after ${until}` }],
    });
  return { state: BECOMES.renew, stateSince: state === 'EXPIRED' ? effectiveOn : stateSince, validTo };
}
