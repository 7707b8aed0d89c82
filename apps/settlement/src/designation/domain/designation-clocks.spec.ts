import { NATIONAL_CALENDAR, WEEKDAYS_ONLY } from '@yiyang/standards';
import { clocksFrom, lateFrom, overdueClocks } from './designation-clocks.js';
import { aDesignation } from '../testing/a-designation.js';

const EVALUATION = { evaluationMaxMonths: 3, agreementMaxWorkingDays: null };
const AGREEMENT = { evaluationMaxMonths: null, agreementMaxWorkingDays: 30 };

it('SET-03 makes the evaluation of an application accepted on 2024-04-20 due on 2024-07-20', () => {
  expect(clocksFrom('2024-04-20', EVALUATION, WEEKDAYS_ONLY)).toEqual({
    evaluationDueOn: '2024-07-20',
    agreementDueOn: null,
  });
});

it.each([
  ['2024-07-20', []],
  ['2024-07-21', ['EVALUATION']],
])('SET-03 stores an evaluation of %s with overdue %j', (evaluatedOn, overdue) => {
  const designation = aDesignation({
    status: 'QUALIFIED',
    acceptedOn: '2024-04-20',
    evaluationDueOn: '2024-07-20',
    evaluatedOn,
  });
  expect(overdueClocks(designation, '2024-12-31')).toEqual(overdue);
});

it('SET-03 flags a running evaluation from the day after its last', () => {
  const designation = aDesignation({ status: 'UNDER_EVALUATION', evaluationDueOn: '2024-07-20' });
  expect(overdueClocks(designation, '2024-07-20')).toEqual([]);
  expect(overdueClocks(designation, '2024-07-21')).toEqual(['EVALUATION']);
  expect(lateFrom('2024-07-20').toISOString()).toBe('2024-07-20T16:00:00.000Z');
});

// The row counts Monday-Friday for the first; the second has the holidays of May 2024 (1-5 May off, 28 April, 11 May worked).
it.each([
  ['2024-07-01', NATIONAL_CALENDAR, '2024-08-12'],
  ['2024-04-22', NATIONAL_CALENDAR, '2024-06-04'],
  ['2024-03-01', WEEKDAYS_ONLY, '2024-04-12'],
])('SET-04 makes agreement and system of %s due after 30 working days', (acceptedOn, calendar, due) => {
  expect(clocksFrom(acceptedOn, AGREEMENT, calendar).agreementDueOn).toBe(due);
});

it('SET-04 is done only when the system is open too: signed on 08-09, opened on 08-13, due on 08-12', () => {
  const steps = {
    acceptedOn: '2024-07-01',
    agreementDueOn: '2024-08-12',
    evaluatedOn: '2024-07-10',
    signedOn: '2024-08-09',
  };
  expect(overdueClocks(aDesignation({ ...steps, status: 'ACTIVE', openedOn: '2024-08-13' }), '2024-08-13')).toEqual([
    'AGREEMENT',
  ]);
  expect(overdueClocks(aDesignation({ ...steps, status: 'ACTIVE', openedOn: '2024-08-12' }), '2024-08-13')).toEqual([]);
  expect(overdueClocks(aDesignation({ ...steps, status: 'AGREEMENT_SIGNED' }), '2024-08-13')).toEqual(['AGREEMENT']);
});
