import { Refusal } from '@yiyang/decisions';
import {
  acceptApplication,
  APPLICATION_ACTIONS,
  approveApplication,
  fileApplication,
  refuseApplication,
  type ApplicationAction,
  type ApplicationState,
  type ApplicationStatus,
} from './application.js';

const state = (more: Partial<ApplicationState> = {}): ApplicationState => ({
  status: 'ACCEPTED',
  path: 'FILING',
  side: 'CARE',
  ...more,
});
const numbers = { establishmentApprovalNo: 'E1', practiceRegistrationNo: 'P1' };
const refusedBy = (decide: () => unknown) => {
  try {
    decide();
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('application', () => {
  const decide: Record<ApplicationAction, (status: ApplicationStatus) => ApplicationStatus> = {
    accept: (status) => acceptApplication(state({ status }), 'CIVIL_AFFAIRS'),
    file: (status) => fileApplication(state({ status }), 'CIVIL_AFFAIRS'),
    approve: (status) => approveApplication(state({ status, side: 'MEDICAL', path: 'APPROVAL' }), 'HEALTH', numbers),
    refuse: (status) => refuseApplication(state({ status }), 'CIVIL_AFFAIRS', 'law, clause 1'),
  };
  const statuses = Object.keys(APPLICATION_ACTIONS) as ApplicationStatus[];
  const actions = Object.keys(decide) as ApplicationAction[];

  it.each(statuses.flatMap((status) => actions.map((action) => [status, action] as const)))(
    '%s: %s agrees with the table',
    (status, action) => {
      const allowed: readonly string[] = APPLICATION_ACTIONS[status];
      expect(refusedBy(() => decide[action](status))).toBe(allowed.includes(action) ? undefined : 'APPLICATION_STATE');
    },
  );

  it('refuses the department of the other side', () => {
    expect(refusedBy(() => fileApplication(state(), 'HEALTH'))).toBe('WRONG_DEPARTMENT');
    expect(refusedBy(() => acceptApplication(state({ status: 'SUBMITTED', side: 'MEDICAL' }), 'CIVIL_AFFAIRS'))).toBe(
      'WRONG_DEPARTMENT',
    );
  });

  it('REG-04 has no approval step for a care institution', () => {
    expect(refusedBy(() => approveApplication(state(), 'CIVIL_AFFAIRS', numbers))).toBe('LICENCE_NOT_NEEDED');
  });

  it('REG-05 has no approval for a unit that only files', () => {
    expect(refusedBy(() => approveApplication(state({ side: 'MEDICAL' }), 'HEALTH', numbers))).toBe('FILING_ONLY');
  });

  it('REG-06 wants both numbers in one two-in-one approval', () => {
    const application = state({ side: 'MEDICAL', path: 'TWO_IN_ONE' });
    expect(refusedBy(() => approveApplication(application, 'HEALTH', { practiceRegistrationNo: 'P1' }))).toBe(
      'BOTH_NUMBERS_NEEDED',
    );
    expect(approveApplication(application, 'HEALTH', numbers)).toBe('LICENSED');
  });

  it('REG-06 refuses to file what needs an approval', () => {
    expect(refusedBy(() => fileApplication(state({ side: 'MEDICAL', path: 'TWO_IN_ONE' }), 'HEALTH'))).toBe(
      'APPROVAL_NEEDED',
    );
  });

  it('REG-14 refuses a refusal with an empty legal basis', () => {
    expect(refusedBy(() => refuseApplication(state(), 'CIVIL_AFFAIRS', ' '))).toBe('LEGAL_BASIS_MISSING');
  });
});
