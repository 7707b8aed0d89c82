import { aDesignation } from '../testing/a-designation.js';
import { requireDesignated } from './require-designated.js';
import { restoreDesignation, suspendDesignation, terminateDesignation } from './stop-designation.js';

const active = aDesignation({ status: 'ACTIVE' });
const stay = (admittedOn: string, scheme = 'RESIDENT') => ({ admittedOn, scheme });

it('SET-07 refuses a claim of 05-31 and takes one of 06-01 when the designation is active from 2024-06-01', () => {
  expect(() => requireDesignated([active], stay('2024-05-31'))).toThrow('NOT_DESIGNATED');
  expect(() => requireDesignated([active], stay('2024-06-01'))).not.toThrow();
});

it('SET-06 refuses service from the day of suspension, settles earlier service and service after the restoration', () => {
  const { designation: suspended } = suspendDesignation(active, {
    effectiveOn: '2024-09-01',
    reasonCode: 'CHECK_FAILED',
    today: '2024-09-02',
  });
  expect(() => requireDesignated([suspended], stay('2024-08-31'))).not.toThrow();
  expect(() => requireDesignated([suspended], stay('2024-09-01'))).toThrow('NOT_DESIGNATED');
  const { designation: restored } = restoreDesignation(suspended, { restoredOn: '2024-10-01', today: '2024-10-01' });
  expect(() => requireDesignated([restored], stay('2024-09-30'))).toThrow('NOT_DESIGNATED');
  expect(() => requireDesignated([restored], stay('2024-10-01'))).not.toThrow();
});

it('keeps settling what began before a termination', () => {
  const { designation } = terminateDesignation(active, { effectiveOn: '2024-08-01', reasonCode: 'INSTITUTION_CLOSED' });
  expect(() => requireDesignated([designation], stay('2024-07-31'))).not.toThrow();
  expect(() => requireDesignated([designation], stay('2024-08-01'))).toThrow('NOT_DESIGNATED');
});

it('never was active when it is suspended from its first day', () => {
  const { designation } = suspendDesignation(active, {
    effectiveOn: '2024-06-01',
    reasonCode: 'CHECK_FAILED',
    today: '2024-06-02',
  });
  expect(designation).toMatchObject({ activePeriods: [] });
});

it('SET-08 refuses a resident’s claim where only the employee scheme is opened', () => {
  const employees = aDesignation({ status: 'ACTIVE', schemes: ['EMPLOYEE'] });
  expect(() => requireDesignated([employees], stay('2024-06-01', 'RESIDENT'))).toThrow('SCHEME_NOT_OPENED');
  expect(() => requireDesignated([employees], stay('2024-06-01', 'EMPLOYEE'))).not.toThrow();
});

it('SET-40 says that the system is not open yet when only the agreement is signed', () => {
  expect(() => requireDesignated([aDesignation({ status: 'AGREEMENT_SIGNED' })], stay('2024-06-01'))).toThrow(
    'SYSTEM_NOT_OPEN',
  );
});

it('SET-07 refuses an institution that never applied', () => {
  expect(() => requireDesignated([], stay('2024-06-01'))).toThrow('NOT_DESIGNATED');
});
