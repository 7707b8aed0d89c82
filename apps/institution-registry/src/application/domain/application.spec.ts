import { Refusal } from '@yiyang/decisions';
import {
  acceptApplication,
  approveEstablishment,
  APPLICATION_ACTIONS,
  APPLICATION_STATUSES,
  approveApplication,
  askMore,
  awaitedBy,
  fileApplication,
  recordScopeChange,
  refuseApplication,
  resubmitApplication,
  reviseApplication,
  submitApplication,
  withdrawApplication,
  type ApplicationAction,
  type ApplicationState,
  type ApplicationStatus,
} from './application.js';

const state = (more: Partial<ApplicationState> = {}): ApplicationState => ({
  status: 'ACCEPTED',
  path: 'FILING',
  side: 'CARE',
  hostSide: null,
  toldOnce: false,
  accepted: false,
  scopeChangedOn: null,
  establishmentApproved: false,
  ...more,
});
/** A hospital that opens elder care. */
const opening = (more: Partial<ApplicationState> = {}) => state({ hostSide: 'MEDICAL', ...more });
const numbers = { establishmentApprovalNo: 'E1', practiceRegistrationNo: 'P1' };
const items = [{ legalBasis: 'law, clause 1' }];
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
    revise: (status) => reviseApplication(state({ status }), 'CARE_INST'),
    submit: (status) => submitApplication(state({ status }), 'CARE_INST'),
    accept: (status) => acceptApplication(state({ status }), 'CIVIL_AFFAIRS'),
    askMore: (status) => askMore(state({ status }), 'CIVIL_AFFAIRS', items),
    resubmit: (status) => resubmitApplication(state({ status }), 'CARE_INST'),
    recordScopeChange: (status) => recordScopeChange(opening({ status }), 'HEALTH'),
    approveEstablishment: (status) =>
      approveEstablishment(state({ status, side: 'MEDICAL', path: 'APPROVAL' }), 'HEALTH'),
    file: (status) => fileApplication(state({ status }), 'CIVIL_AFFAIRS', '2024-05-10'),
    approve: (status) => approveApplication(state({ status, side: 'MEDICAL', path: 'APPROVAL' }), 'HEALTH', numbers),
    refuse: (status) => refuseApplication(state({ status }), 'CIVIL_AFFAIRS', 'law, clause 1'),
    withdraw: (status) => withdrawApplication(state({ status }), 'CARE_INST'),
  };
  const becomes: Record<ApplicationAction, ApplicationStatus> = {
    revise: 'DRAFT',
    submit: 'SUBMITTED',
    accept: 'ACCEPTED',
    askMore: 'SUPPLEMENT',
    resubmit: 'SUBMITTED',
    recordScopeChange: 'ACCEPTED',
    approveEstablishment: 'ACCEPTED',
    file: 'FILED',
    approve: 'LICENSED',
    refuse: 'REFUSED',
    withdraw: 'WITHDRAWN',
  };
  const actions = Object.keys(decide) as ApplicationAction[];

  it.each(APPLICATION_STATUSES.flatMap((status) => actions.map((action) => [status, action] as const)))(
    '%s: %s agrees with the table',
    (status, action) => {
      const allowed: readonly string[] = APPLICATION_ACTIONS[status];
      if (allowed.includes(action)) expect(decide[action](status)).toBe(becomes[action]);
      else expect(refusedBy(() => decide[action](status))).toBe('APPLICATION_STATE');
    },
  );

  it('refuses the department of the other side', () => {
    expect(refusedBy(() => fileApplication(state(), 'HEALTH', '2024-05-10'))).toBe('WRONG_DEPARTMENT');
    expect(refusedBy(() => acceptApplication(state({ status: 'SUBMITTED', side: 'MEDICAL' }), 'CIVIL_AFFAIRS'))).toBe(
      'WRONG_DEPARTMENT',
    );
    expect(refusedBy(() => withdrawApplication(state(), 'HEALTH'))).toBe('WRONG_DEPARTMENT');
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

  it('REG-06 approves the establishment of a level 3 hospital of a care institution first, and once', () => {
    const level3 = state({ side: 'MEDICAL', hostSide: 'CARE', path: 'APPROVAL' });
    expect(refusedBy(() => approveApplication(level3, 'HEALTH', numbers))).toBe('ESTABLISHMENT_NOT_APPROVED');
    expect(approveEstablishment(level3, 'HEALTH')).toBe('ACCEPTED');
    const established = { ...level3, establishmentApproved: true };
    expect(refusedBy(() => approveEstablishment(established, 'HEALTH'))).toBe('APPLICATION_STATE');
    expect(approveApplication(established, 'HEALTH', numbers)).toBe('LICENSED');
    expect(approveApplication({ ...level3, hostSide: null }, 'HEALTH', numbers)).toBe('LICENSED');
    const separate = (path: 'FILING' | 'TWO_IN_ONE') =>
      refusedBy(() => approveEstablishment({ ...level3, path }, 'HEALTH'));
    expect([separate('FILING'), separate('TWO_IN_ONE')]).toEqual(['FILING_ONLY', 'WRONG_APPLICATION_PATH']);
  });

  it('REG-06 refuses to file what needs an approval', () => {
    const application = state({ side: 'MEDICAL', path: 'TWO_IN_ONE' });
    expect(refusedBy(() => fileApplication(application, 'HEALTH', '2024-05-10'))).toBe('APPROVAL_NEEDED');
  });

  it('REG-08 lets a hospital that opens elder care wait for the change of its charter, and only once', () => {
    expect(acceptApplication(opening({ status: 'SUBMITTED' }), 'CIVIL_AFFAIRS')).toBe('SCOPE_CHANGE_PENDING');
    expect(acceptApplication(opening({ status: 'SUBMITTED', scopeChangedOn: '2024-05-10' }), 'CIVIL_AFFAIRS')).toBe(
      'ACCEPTED',
    );
    const pending = opening({ status: 'SCOPE_CHANGE_PENDING' });
    expect(refusedBy(() => fileApplication(pending, 'CIVIL_AFFAIRS', '2024-05-10'))).toBe('APPLICATION_STATE');
    expect(refusedBy(() => recordScopeChange(pending, 'CIVIL_AFFAIRS'))).toBe('WRONG_DEPARTMENT');
  });

  it('REG-08 refuses a filing of 2024-05-09 and accepts one of 2024-05-10 when the scope changed on 2024-05-10', () => {
    const changed = opening({ scopeChangedOn: '2024-05-10' });
    expect(refusedBy(() => fileApplication(changed, 'CIVIL_AFFAIRS', '2024-05-09'))).toBe('SCOPE_EXCLUDES_ELDER_CARE');
    expect(fileApplication(changed, 'CIVIL_AFFAIRS', '2024-05-10')).toBe('FILED');
    expect(fileApplication(state(), 'CIVIL_AFFAIRS', '2024-05-09')).toBe('FILED');
  });

  it('REG-11 tells the applicant once and no second time', () => {
    const submitted = state({ status: 'SUBMITTED' });
    expect(askMore(submitted, 'CIVIL_AFFAIRS', items)).toBe('SUPPLEMENT');
    expect(refusedBy(() => askMore({ ...submitted, toldOnce: true }, 'CIVIL_AFFAIRS', items))).toBe(
      'TOLD_ONCE_ALREADY',
    );
  });

  it('REG-11 goes on where it was when what was missing has been given', () => {
    const supplement = state({ status: 'SUPPLEMENT', toldOnce: true });
    expect(resubmitApplication(supplement, 'CARE_INST')).toBe('SUBMITTED');
    expect(resubmitApplication({ ...supplement, accepted: true }, 'CARE_INST')).toBe('ACCEPTED');
  });

  it('REG-11 puts every case on exactly one desk', () => {
    const desks = APPLICATION_STATUSES.map((status) => [status, awaitedBy(opening({ status }))]);
    expect(Object.fromEntries(desks)).toEqual({
      DRAFT: 'APPLICANT',
      SUBMITTED: 'CIVIL_AFFAIRS',
      SUPPLEMENT: 'APPLICANT',
      SCOPE_CHANGE_PENDING: 'HEALTH',
      ACCEPTED: 'CIVIL_AFFAIRS',
      FILED: null,
      LICENSED: null,
      REFUSED: null,
      WITHDRAWN: null,
    });
  });

  it('REG-14 refuses a refusal, and a demand, with an empty legal basis', () => {
    expect(refusedBy(() => refuseApplication(state(), 'CIVIL_AFFAIRS', ' '))).toBe('LEGAL_BASIS_MISSING');
    const ask = () => askMore(state({ status: 'SUBMITTED' }), 'CIVIL_AFFAIRS', [...items, { legalBasis: '' }]);
    expect(refusedBy(ask)).toBe('LEGAL_BASIS_MISSING');
  });
});
