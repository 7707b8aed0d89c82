import { NATIONAL_CALENDAR } from '@yiyang/standards';
import { aDesignation } from '../testing/a-designation.js';
import { acceptDesignation } from './accept-designation.js';
import { ALLOWED, type Designation, type DesignationAction, type DesignationStatus } from './designation.js';
import { evaluateDesignation } from './evaluate-designation.js';
import { openSystem } from './open-system.js';
import { signAgreement } from './sign-agreement.js';
import { restoreDesignation, suspendDesignation, terminateDesignation } from './stop-designation.js';

const TODAY = '2024-12-31';
const limits = { evaluationMaxMonths: 3, agreementMaxWorkingDays: 30 };
const stop = { effectiveOn: '2024-10-01', reasonCode: 'CHECK_FAILED' };

/** Every action with values that fit every status it is allowed in. */
const DO: Record<DesignationAction, (designation: Designation) => { designation: Designation; event: object }> = {
  accept: (d) => acceptDesignation(d, { acceptedOn: '2024-04-20', today: TODAY, limits, calendar: NATIONAL_CALENDAR }),
  evaluate: (d) => evaluateDesignation(d, { result: 'PASSED', evaluatedOn: '2024-05-01', today: TODAY }),
  'sign-agreement': (d) => signAgreement(d, { signedOn: '2024-05-10', today: TODAY }),
  'open-system': (d) => openSystem(d, { openedOn: '2024-06-01', today: TODAY }),
  suspend: (d) => suspendDesignation(d, { ...stop, today: TODAY }),
  restore: (d) => restoreDesignation(d, { restoredOn: '2024-11-01', today: TODAY }),
  terminate: (d) => terminateDesignation(d, stop),
};
const RESULT: Record<DesignationAction, DesignationStatus> = {
  accept: 'UNDER_EVALUATION',
  evaluate: 'QUALIFIED',
  'sign-agreement': 'AGREEMENT_SIGNED',
  'open-system': 'ACTIVE',
  suspend: 'SUSPENDED',
  restore: 'ACTIVE',
  terminate: 'TERMINATED',
};

const statuses = Object.keys(ALLOWED) as DesignationStatus[];
const actions = Object.keys(DO) as DesignationAction[];
const cells = statuses.flatMap((status) => actions.map((action) => [status, action] as const));

it.each(cells)('does in %s the action %s exactly when the table allows it', (status, action) => {
  const allowed: readonly DesignationAction[] = ALLOWED[status];
  const act = () => DO[action](aDesignation({ status }));
  if (allowed.includes(action)) expect(act().designation.status).toBe(RESULT[action]);
  else expect(act).toThrow('DESIGNATION_STEP_NOT_ALLOWED');
});

it('rejects after a failed evaluation', () => {
  const { designation } = evaluateDesignation(aDesignation({ status: 'UNDER_EVALUATION' }), {
    result: 'FAILED',
    evaluatedOn: '2024-05-01',
    today: TODAY,
  });
  expect(designation.status).toBe('REJECTED');
});

it('SET-04 says both clocks when an application is accepted', () => {
  const { event } = acceptDesignation(aDesignation({ status: 'APPLIED' }), {
    acceptedOn: '2024-04-22',
    today: TODAY,
    limits,
    calendar: NATIONAL_CALENDAR,
  });
  expect(event).toEqual({
    designationId: 'd1',
    institutionId: 'nursing-hospital',
    acceptedOn: '2024-04-22',
    evaluationDueOn: '2024-07-22',
    agreementDueOn: '2024-06-04',
  });
});

it.each([
  ['the day before the application', '2024-04-14', false],
  ['the day of the application', '2024-04-15', true],
  ['today', TODAY, true],
  ['tomorrow', '2025-01-01', false],
])('takes an acceptance dated %s (%s): %s', (_, acceptedOn, taken) => {
  const act = () =>
    acceptDesignation(aDesignation({ status: 'APPLIED' }), {
      acceptedOn,
      today: TODAY,
      limits,
      calendar: NATIONAL_CALENDAR,
    });
  if (taken) expect(act().designation.status).toBe('UNDER_EVALUATION');
  else expect(act).toThrow('DATE_OUT_OF_ORDER');
});
