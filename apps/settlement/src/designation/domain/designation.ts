import { refusal } from '@yiyang/decisions';
import { isWithin, type CivilDate } from '@yiyang/standards';

export const DESIGNATION_SCHEMES = ['EMPLOYEE', 'RESIDENT'] as const;
export type DesignationScheme = (typeof DESIGNATION_SCHEMES)[number];

/** Days on which claims were or are possible; both ends inclusive, an open end is null. */
export interface ActivePeriod {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

interface Applied {
  readonly id: string;
  readonly institutionId: string;
  readonly division: string;
  readonly schemes: readonly DesignationScheme[];
  readonly appliedOn: CivilDate;
  readonly version: number;
}

interface Accepted extends Applied {
  readonly acceptedOn: CivilDate;
  /** Last day for the evaluation (P-11); null where no policy sets one. */
  readonly evaluationDueOn: CivilDate | null;
  /** Last day for agreement and information system together (P-12); null where no policy sets one. */
  readonly agreementDueOn: CivilDate | null;
}

interface Evaluated extends Accepted {
  readonly evaluatedOn: CivilDate;
}

interface Signed extends Evaluated {
  readonly signedOn: CivilDate;
}

interface Opened extends Signed {
  readonly openedOn: CivilDate;
  readonly activePeriods: readonly ActivePeriod[];
}

interface Stopped {
  readonly effectiveOn: CivilDate;
  readonly reasonCode: string;
}

/** An institution's insurance designation (医保定点). Source: requirements §8.2. */
export type Designation =
  | (Applied & { readonly status: 'APPLIED' })
  | (Accepted & { readonly status: 'UNDER_EVALUATION' })
  | (Evaluated & { readonly status: 'REJECTED' | 'QUALIFIED' })
  | (Signed & { readonly status: 'AGREEMENT_SIGNED' })
  | (Opened & { readonly status: 'ACTIVE' })
  | (Opened & Stopped & { readonly status: 'SUSPENDED' })
  | (Applied & Partial<Opened> & Stopped & { readonly status: 'TERMINATED' });

export type DesignationStatus = Designation['status'];
export type DesignationAction =
  'accept' | 'evaluate' | 'sign-agreement' | 'open-system' | 'suspend' | 'restore' | 'terminate';

/** Which action is possible in which status. Being overdue is a flag beside the status, never a status. */
export const ALLOWED = {
  APPLIED: ['accept', 'terminate'],
  UNDER_EVALUATION: ['evaluate', 'terminate'],
  QUALIFIED: ['sign-agreement', 'terminate'],
  REJECTED: [],
  AGREEMENT_SIGNED: ['open-system', 'terminate'],
  ACTIVE: ['suspend', 'terminate'],
  SUSPENDED: ['restore', 'terminate'],
  TERMINATED: [],
} as const satisfies Record<DesignationStatus, readonly DesignationAction[]>;

/** Narrows to the one status a step starts from, or refuses the step. */
export function inStatus<S extends DesignationStatus>(
  designation: Designation,
  status: S,
  action: DesignationAction,
): Designation & { readonly status: S } {
  if (designation.status !== status) throw notAllowed(designation, action);
  return designation as Designation & { readonly status: S };
}

/** The refusal of a step that the status does not allow. */
export function notAllowed(designation: Designation, action: DesignationAction): Error {
  return refusal('DESIGNATION_STEP_NOT_ALLOWED', {
    rule: 'SET-06',
    inputs: { status: designation.status, action, allowed: ALLOWED[designation.status] },
  });
}

/** Refuses a step dated before the one it follows or after today. */
export function inOrder(field: string, on: CivilDate, earliest: CivilDate, today: CivilDate): CivilDate {
  if (on < earliest || on > today)
    throw refusal('DATE_OUT_OF_ORDER', {
      inputs: { [field]: on, earliest, latest: today },
      fields: [{ path: field, rule: `from ${earliest} to ${today}` }],
    });
  return on;
}

/** Are claims for a stay that began on this day possible? Source: SET-06, SET-07. */
export function isActiveOn(designation: Designation, on: CivilDate): boolean {
  const periods = 'activePeriods' in designation ? (designation.activePeriods ?? []) : [];
  return periods.some((period) => isWithin(on, period.from, period.to));
}
