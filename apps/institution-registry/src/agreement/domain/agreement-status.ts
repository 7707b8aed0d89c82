import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';

/** What is written down. That an agreement is active or over follows from its term and needs no write. */
export type StoredStatus = 'DRAFT' | 'PROPOSED' | 'SIGNED' | 'SUSPENDED' | 'TERMINATED' | 'EXPIRED' | 'WITHDRAWN';

export const AGREEMENT_STATUSES = [
  'DRAFT',
  'PROPOSED',
  'SIGNED',
  'ACTIVE',
  'SUSPENDED',
  'TERMINATED',
  'EXPIRED',
  'WITHDRAWN',
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export type AgreementAction =
  'revise' | 'propose' | 'sign' | 'withdraw' | 'suspend' | 'cure' | 'terminate' | 'recordCheck' | 'renew';

/** What is done to an agreement in which status, and the status that it then has. Source: state machine 8.3. */
export const AGREEMENT_STEPS = {
  DRAFT: { revise: 'DRAFT', propose: 'PROPOSED', withdraw: 'WITHDRAWN' },
  PROPOSED: { sign: 'SIGNED', withdraw: 'WITHDRAWN' },
  SIGNED: { withdraw: 'WITHDRAWN', terminate: 'TERMINATED' },
  ACTIVE: { suspend: 'SUSPENDED', terminate: 'TERMINATED', recordCheck: 'SIGNED', renew: 'SIGNED' },
  SUSPENDED: { cure: 'SIGNED', terminate: 'TERMINATED', recordCheck: 'SUSPENDED' },
  TERMINATED: {},
  EXPIRED: { renew: 'EXPIRED' },
  WITHDRAWN: {},
} as const satisfies Record<AgreementStatus, Partial<Record<AgreementAction, StoredStatus>>>;

/** Statuses in which the end of the term still makes a difference. */
export const OPEN_STATUSES: readonly StoredStatus[] = ['PROPOSED', 'SIGNED', 'SUSPENDED'];

export interface Term {
  readonly status: StoredStatus;
  /** Inclusive civil dates. */
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
}

/** The status on a day: signed becomes active with the first day of the term, everything open expires after the last. */
export function statusOn({ status, validFrom, validTo }: Term, on: CivilDate): AgreementStatus {
  if (OPEN_STATUSES.includes(status) && validTo < on) return 'EXPIRED';
  return status === 'SIGNED' && validFrom <= on ? 'ACTIVE' : status;
}

/** The status after an action, or a refusal where the table has none. */
export function stepAgreement(term: Term, action: AgreementAction, on: CivilDate): StoredStatus {
  const status = statusOn(term, on);
  const steps: Partial<Record<AgreementAction, StoredStatus>> = AGREEMENT_STEPS[status];
  const next = steps[action];
  if (next === undefined) throw refusal('AGREEMENT_STATE', { rule: 'CON-01', inputs: { status, action } });
  return next;
}
