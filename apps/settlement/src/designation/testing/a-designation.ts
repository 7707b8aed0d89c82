import type { Designation, DesignationStatus } from '../domain/designation.js';

type Steps = Designation & { status: 'SUSPENDED' };

const STEPS: Omit<Steps, 'status'> = {
  id: 'd1',
  institutionId: 'nursing-hospital',
  division: '421202',
  schemes: ['RESIDENT'],
  version: 1,
  appliedOn: '2024-04-15',
  acceptedOn: '2024-04-20',
  evaluationDueOn: null,
  agreementDueOn: null,
  evaluatedOn: '2024-05-01',
  signedOn: '2024-05-10',
  openedOn: '2024-06-01',
  activePeriods: [{ from: '2024-06-01', to: null }],
  effectiveOn: '2024-09-01',
  reasonCode: 'CHECK_FAILED',
};

const COLUMNS: Record<DesignationStatus, readonly (keyof Steps)[]> = {
  APPLIED: [],
  UNDER_EVALUATION: ['acceptedOn', 'evaluationDueOn', 'agreementDueOn'],
  QUALIFIED: ['acceptedOn', 'evaluationDueOn', 'agreementDueOn', 'evaluatedOn'],
  REJECTED: ['acceptedOn', 'evaluationDueOn', 'agreementDueOn', 'evaluatedOn'],
  AGREEMENT_SIGNED: ['acceptedOn', 'evaluationDueOn', 'agreementDueOn', 'evaluatedOn', 'signedOn'],
  ACTIVE: ['acceptedOn', 'evaluationDueOn', 'agreementDueOn', 'evaluatedOn', 'signedOn', 'openedOn', 'activePeriods'],
  SUSPENDED: Object.keys(STEPS) as (keyof Steps)[],
  TERMINATED: ['effectiveOn', 'reasonCode'],
};

/** A designation that has gone through the steps of its status. */
export function aDesignation(of: Partial<Omit<Steps, 'status'>> & { status: DesignationStatus }): Designation {
  const { id, institutionId, division, schemes, version, appliedOn } = STEPS;
  const reached = Object.fromEntries(COLUMNS[of.status].map((name) => [name, STEPS[name as keyof typeof STEPS]]));
  return { id, institutionId, division, schemes, version, appliedOn, ...reached, ...of } as Designation;
}
