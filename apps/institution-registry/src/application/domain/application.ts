import { refusal } from '@yiyang/decisions';
import type { ApplicationPath } from './application-path.js';

export type ApplicationStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'SUPPLEMENT'
  | 'SCOPE_CHANGE_PENDING'
  | 'ACCEPTED'
  | 'FILED'
  | 'LICENSED'
  | 'REFUSED'
  | 'WITHDRAWN';
export type ApplicationAction =
  | 'revise'
  | 'submit'
  | 'accept'
  | 'askMore'
  | 'resubmit'
  | 'recordScopeChange'
  | 'approveEstablishment'
  | 'file'
  | 'approve'
  | 'refuse'
  | 'withdraw';

/**
 * What may happen to an application in which status. That the applicant was told everything before it submits (8.1) always
 * holds: a guide of its way is published without login. Source: state machine 8.1; withdrawal, and telling what is missing
 * after acceptance too (inf).
 */
export const APPLICATION_ACTIONS = {
  DRAFT: ['revise', 'submit', 'withdraw'],
  SUBMITTED: ['accept', 'askMore', 'withdraw'],
  SUPPLEMENT: ['resubmit', 'withdraw'],
  SCOPE_CHANGE_PENDING: ['recordScopeChange', 'withdraw'],
  ACCEPTED: ['askMore', 'approveEstablishment', 'file', 'approve', 'refuse', 'withdraw'],
  FILED: [],
  LICENSED: [],
  REFUSED: [],
  WITHDRAWN: [],
} as const satisfies Record<ApplicationStatus, readonly ApplicationAction[]>;

export const APPLICATION_STATUSES = Object.keys(APPLICATION_ACTIONS) as ApplicationStatus[];

export type Side = 'MEDICAL' | 'CARE';
export type DepartmentRole = 'HEALTH' | 'CIVIL_AFFAIRS';

/** The department that decides on a side. Sources: REG-04, REG-05; P-34. */
export const DEPARTMENT_OF_SIDE = { MEDICAL: 'HEALTH', CARE: 'CIVIL_AFFAIRS' } as const satisfies Record<
  Side,
  DepartmentRole
>;

export interface ApplicationState {
  readonly status: ApplicationStatus;
  readonly path: ApplicationPath;
  readonly side: Side;
  /** Side of the institution that this one will be a unit of; null without one. */
  readonly hostSide: Side | null;
  /** The applicant has been told what is missing; a second time there is not. */
  readonly toldOnce: boolean;
  /** The department has taken it up. */
  readonly accepted: boolean;
  /** First day on which the charter of the medical host includes elder care; null before that. */
  readonly scopeChangedOn: string | null;
  /** The first of the two separate steps of an approval is done. */
  readonly establishmentApproved: boolean;
}

/** Whose turn it is: a department, the applicant, or nobody any more. */
export type Awaited = DepartmentRole | 'APPLICANT' | null;

/** At one window every case lies with exactly one party. Source: REG-11. */
export function awaitedBy({ status, side, hostSide }: Pick<ApplicationState, 'status' | 'side' | 'hostSide'>): Awaited {
  if (status === 'SUBMITTED' || status === 'ACCEPTED') return DEPARTMENT_OF_SIDE[side];
  if (status === 'SCOPE_CHANGE_PENDING') return DEPARTMENT_OF_SIDE[hostSide ?? side];
  return status === 'DRAFT' || status === 'SUPPLEMENT' ? 'APPLICANT' : null;
}

/** A medical institution that opens elder care. Source: REG-08. */
export function opensElderCare({ side, hostSide }: Pick<ApplicationState, 'side' | 'hostSide'>): boolean {
  return side === 'CARE' && hostSide === 'MEDICAL';
}

/** A care institution that sets up a medical unit is answered by the green channel. Source: REG-13. */
export function takesGreenChannel({ side, hostSide }: Pick<ApplicationState, 'side' | 'hostSide'>): boolean {
  return side === 'MEDICAL' && hostSide === 'CARE';
}

function assertStatus({ status }: ApplicationState, action: ApplicationAction): void {
  const allowed: readonly ApplicationAction[] = APPLICATION_ACTIONS[status];
  if (!allowed.includes(action)) throw refusal('APPLICATION_STATE', { rule: 'REG-04', inputs: { status, action } });
}

function assertDecides(application: ApplicationState, action: ApplicationAction, role: string): void {
  const side = action === 'recordScopeChange' ? (application.hostSide ?? application.side) : application.side;
  const department = DEPARTMENT_OF_SIDE[side];
  if (role !== department) throw refusal('WRONG_DEPARTMENT', { rule: 'REG-11', inputs: { side, department } });
  assertStatus(application, action);
}

/** Institutions act for themselves; at the window the department of the side acts for an applicant. */
function assertApplies(application: ApplicationState, action: ApplicationAction, role: string): void {
  if (role === 'HEALTH' || role === 'CIVIL_AFFAIRS') assertDecides(application, action, role);
  else assertStatus(application, action);
}

/** Whoever applies may write a draft anew. Source: 8.1. */
export function reviseApplication(application: ApplicationState, role: string): ApplicationStatus {
  assertApplies(application, 'revise', role);
  return 'DRAFT';
}

/** A draft is handed in at the window. Source: 8.1. */
export function submitApplication(application: ApplicationState, role: string): ApplicationStatus {
  assertApplies(application, 'submit', role);
  return 'SUBMITTED';
}

/**
 * The department takes the application up. A medical institution that opens elder care waits until the authority that
 * registered it has changed its charter. Sources: 8.1; REG-08.
 */
export function acceptApplication(application: ApplicationState, role: string): ApplicationStatus {
  assertDecides(application, 'accept', role);
  const waits = opensElderCare(application) && application.scopeChangedOn === null;
  return waits ? 'SCOPE_CHANGE_PENDING' : 'ACCEPTED';
}

/** Everything that is missing is told at once, each with its legal basis, and only once. Sources: REG-11, REG-14. */
export function askMore(
  application: ApplicationState,
  role: string,
  items: readonly { readonly legalBasis: string }[],
): ApplicationStatus {
  assertDecides(application, 'askMore', role);
  if (application.toldOnce) throw refusal('TOLD_ONCE_ALREADY', { rule: 'REG-11', clause: '003篇六(二) 一次性告知' });
  const unfounded = items.flatMap(({ legalBasis }, at) =>
    legalBasis.trim() === '' ? [`items[${at}].legalBasis`] : [],
  );
  if (unfounded.length > 0) throw legalBasisMissing(unfounded);
  return 'SUPPLEMENT';
}

/** The applicant gives what was missing; the application goes on where it was. Source: 8.1. */
export function resubmitApplication(application: ApplicationState, role: string): ApplicationStatus {
  assertApplies(application, 'resubmit', role);
  return application.accepted ? 'ACCEPTED' : 'SUBMITTED';
}

/** The original registration authority has put elder care into charter and scope. Source: REG-08. */
export function recordScopeChange(application: ApplicationState, role: string): ApplicationStatus {
  assertDecides(application, 'recordScopeChange', role);
  return 'ACCEPTED';
}

/**
 * A filing is recorded: only for applications whose lawful path is FILING (REG-04, REG-05), and for a medical
 * institution that opens elder care not before its charter includes it (REG-08).
 */
export function fileApplication(application: ApplicationState, role: string, filedOn: string): ApplicationStatus {
  assertDecides(application, 'file', role);
  if (application.path !== 'FILING')
    throw refusal('APPROVAL_NEEDED', { rule: 'REG-06', inputs: { path: application.path } });
  const { scopeChangedOn } = application;
  if (opensElderCare(application) && (scopeChangedOn === null || filedOn < scopeChangedOn))
    throw refusal('SCOPE_EXCLUDES_ELDER_CARE', {
      rule: 'REG-08',
      clause: '003篇六(二)',
      inputs: { filedOn, scopeChangedOn },
      fields: [{ path: 'filedOn', rule: `from ${scopeChangedOn ?? 'the change of scope'} on` }],
    });
  return 'FILED';
}

function assertApproved({ path, side }: ApplicationState): void {
  if (path !== 'FILING') return;
  const [code, rule] = side === 'CARE' ? ['LICENCE_NOT_NEEDED', 'REG-04'] : ['FILING_ONLY', 'REG-05'];
  throw refusal(code, { rule });
}

/** Outside the two-in-one establishment is approved first, once, and practice registered later. Source: REG-06. */
export function approveEstablishment(application: ApplicationState, role: string): ApplicationStatus {
  assertDecides(application, 'approveEstablishment', role);
  assertApproved(application);
  const { path, status, establishmentApproved } = application;
  if (path === 'TWO_IN_ONE') throw refusal('WRONG_APPLICATION_PATH', { rule: 'REG-06', inputs: { path } });
  if (establishmentApproved)
    throw refusal('APPLICATION_STATE', { rule: 'REG-06', inputs: { status, establishmentApproved } });
  return status;
}

/**
 * A licence is granted. A two-in-one approval carries both numbers in one record; what a care institution runs outside it
 * has its establishment approved in an earlier step. Source: REG-06.
 */
export function approveApplication(
  application: ApplicationState,
  role: string,
  numbers: { establishmentApprovalNo?: string; practiceRegistrationNo: string },
): ApplicationStatus {
  assertDecides(application, 'approve', role);
  assertApproved(application);
  const { path, hostSide, establishmentApproved } = application;
  if (path === 'TWO_IN_ONE' && !numbers.establishmentApprovalNo)
    throw refusal('BOTH_NUMBERS_NEEDED', {
      rule: 'REG-06',
      fields: [{ path: 'establishmentApprovalNo', rule: 'one approval carries both numbers' }],
    });
  if (path === 'APPROVAL' && hostSide === 'CARE' && !establishmentApproved)
    throw refusal('ESTABLISHMENT_NOT_APPROVED', { rule: 'REG-06', clause: '003篇六(二)', inputs: { path } });
  return 'LICENSED';
}

/** A refusal names its legal basis. Source: REG-14. */
export function refuseApplication(application: ApplicationState, role: string, legalBasis: string): ApplicationStatus {
  assertDecides(application, 'refuse', role);
  if (legalBasis.trim() === '') throw legalBasisMissing(['legalBasis']);
  return 'REFUSED';
}

/** Until it is decided the applicant may take an application back. */
export function withdrawApplication(application: ApplicationState, role: string): ApplicationStatus {
  assertApplies(application, 'withdraw', role);
  return 'WITHDRAWN';
}

/** What is demanded or refused without a law is void. Source: REG-14. */
export function legalBasisMissing(paths: readonly string[]): Error {
  return refusal('LEGAL_BASIS_MISSING', {
    rule: 'REG-14',
    clause: '003篇六(三)',
    fields: paths.map((path) => ({ path, rule: 'document and clause' })),
  });
}
