import { refusal } from '@yiyang/decisions';
import type { ApplicationPath } from './application-path.js';

export type ApplicationStatus = 'SUBMITTED' | 'ACCEPTED' | 'FILED' | 'LICENSED' | 'REFUSED';
export type ApplicationAction = 'accept' | 'file' | 'approve' | 'refuse';

/** What may happen to an application in which status. Source: state machine 8.1. */
export const APPLICATION_ACTIONS = {
  SUBMITTED: ['accept'],
  ACCEPTED: ['file', 'approve', 'refuse'],
  FILED: [],
  LICENSED: [],
  REFUSED: [],
} as const satisfies Record<ApplicationStatus, readonly ApplicationAction[]>;

export interface ApplicationState {
  readonly status: ApplicationStatus;
  readonly path: ApplicationPath;
  readonly side: 'MEDICAL' | 'CARE';
}

export type DepartmentRole = 'HEALTH' | 'CIVIL_AFFAIRS';

/** The department that decides on a side. Sources: REG-04, REG-05; P-34. */
export const DEPARTMENT_OF_SIDE = { MEDICAL: 'HEALTH', CARE: 'CIVIL_AFFAIRS' } as const satisfies Record<
  string,
  DepartmentRole
>;

function assertAllowed(application: ApplicationState, action: ApplicationAction, role: string): void {
  if (role !== DEPARTMENT_OF_SIDE[application.side])
    throw refusal('WRONG_DEPARTMENT', {
      rule: 'REG-11',
      inputs: { side: application.side, department: DEPARTMENT_OF_SIDE[application.side] },
    });
  const allowed: readonly ApplicationAction[] = APPLICATION_ACTIONS[application.status];
  if (!allowed.includes(action))
    throw refusal('APPLICATION_STATE', { rule: 'REG-04', inputs: { status: application.status, action } });
}

/** The department takes the application up. Source: 8.1. */
export function acceptApplication(application: ApplicationState, role: string): ApplicationStatus {
  assertAllowed(application, 'accept', role);
  return 'ACCEPTED';
}

/** A filing is recorded: only for applications whose lawful path is FILING. Sources: REG-04, REG-05. */
export function fileApplication(application: ApplicationState, role: string): ApplicationStatus {
  assertAllowed(application, 'file', role);
  if (application.path !== 'FILING')
    throw refusal('APPROVAL_NEEDED', { rule: 'REG-06', inputs: { path: application.path } });
  return 'FILED';
}

/**
 * A licence is granted. A two-in-one approval carries both numbers in one record. Source: REG-06.
 */
export function approveApplication(
  application: ApplicationState,
  role: string,
  numbers: { establishmentApprovalNo?: string; practiceRegistrationNo: string },
): ApplicationStatus {
  assertAllowed(application, 'approve', role);
  if (application.path === 'FILING')
    throw refusal(application.side === 'CARE' ? 'LICENCE_NOT_NEEDED' : 'FILING_ONLY', {
      rule: application.side === 'CARE' ? 'REG-04' : 'REG-05',
    });
  if (application.path === 'TWO_IN_ONE' && !numbers.establishmentApprovalNo)
    throw refusal('BOTH_NUMBERS_NEEDED', {
      rule: 'REG-06',
      fields: [{ path: 'establishmentApprovalNo', rule: 'one approval carries both numbers' }],
    });
  return 'LICENSED';
}

/** A refusal names its legal basis. Source: REG-14. */
export function refuseApplication(application: ApplicationState, role: string, legalBasis: string): ApplicationStatus {
  assertAllowed(application, 'refuse', role);
  if (legalBasis.trim() === '')
    throw refusal('LEGAL_BASIS_MISSING', {
      rule: 'REG-14',
      fields: [{ path: 'legalBasis', rule: 'document and clause' }],
    });
  return 'REFUSED';
}
