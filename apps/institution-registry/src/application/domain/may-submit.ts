import { refusal } from '@yiyang/decisions';
import { inScope } from '@yiyang/standards';
import { DEPARTMENT_OF_SIDE } from './application.js';

export interface Applicant {
  readonly role: string;
  /** Division a department is responsible for. */
  readonly region: string;
  /** Institutions the applicant acts for; empty for a department. */
  readonly institutions: readonly string[];
}

export interface Submission {
  readonly side: 'MEDICAL' | 'CARE';
  readonly division: string;
  readonly creditCode?: string | undefined;
  readonly host?: { readonly id: string; readonly division: string; readonly isUnit: boolean };
}

/**
 * Departments submit for a new legal institution of their side and region, institutions for a unit of their own. A unit
 * stands in its host's division and is no host itself; a legal institution has a credit code. Sources: REG-05, REG-11.
 */
export function assertMaySubmit(applicant: Applicant, submission: Submission): void {
  const { side, division, host, creditCode } = submission;
  if (applicant.institutions.length > 0) {
    if (!host || !applicant.institutions.includes(host.id)) throw hostRefused('the applicant’s own institution');
  } else if (!inScope(applicant.region, division) || applicant.role !== DEPARTMENT_OF_SIDE[side]) {
    const department = DEPARTMENT_OF_SIDE[side];
    throw refusal('WRONG_DEPARTMENT', { rule: 'REG-11', inputs: { side, department, division } });
  }
  if (host && (host.isUnit || host.division !== division))
    throw hostRefused('an institution of the same division that is no unit itself');
  if (!host && creditCode === undefined)
    throw refusal('CREDIT_CODE_NEEDED', { fields: [{ path: 'creditCode', rule: 'needed without hostId' }] });
}

const hostRefused = (rule: string) =>
  refusal('HOST_NOT_ELIGIBLE', { rule: 'REG-05', fields: [{ path: 'hostId', rule }] });
