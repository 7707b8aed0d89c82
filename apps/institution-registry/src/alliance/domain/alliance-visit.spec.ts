import { Refusal } from '@yiyang/decisions';
import { assertPlannable, recordVisit, visitState } from './alliance-visit.js';

const round = { dueOn: '2024-03-15', latestOn: '2024-03-31', doneOn: null as string | null };
const codeOf = (decide: () => unknown) => {
  try {
    decide();
  } catch (error) {
    return (error as Refusal).code;
  }
  return undefined;
};

describe('a planned visit', () => {
  it('CON-23 a round due on 2024-03-15 of which there is none by 03-31 is missed', () => {
    expect(['2024-03-15', '2024-03-31', '2024-04-01'].map((on) => visitState(round, on))).toEqual([
      'PLANNED',
      'PLANNED',
      'MISSED',
    ]);
  });

  it('CON-23 is done in time on the last day, late after it, and no longer missed', () => {
    const done = (doneOn: string) => visitState(recordVisit(round, doneOn, '2024-05-01'), '2024-05-01');
    expect(['2024-03-10', '2024-03-31', '2024-04-01'].map(done)).toEqual(['DONE', 'DONE', 'DONE_LATE']);
  });

  it('CON-23 is recorded once, and not before it was made', () => {
    expect(codeOf(() => recordVisit(round, '2024-03-16', '2024-03-15'))).toBe('DATE_IN_FUTURE');
    expect(codeOf(() => recordVisit({ ...round, doneOn: '2024-03-15' }, '2024-03-15', '2024-03-15'))).toBe(
      'VISIT_STATE',
    );
  });

  it('CON-23 is planned from today up to two years ahead', () => {
    const codes = ['2024-02-29', '2024-03-01', '2026-03-02', '2026-03-03'].map((day) =>
      codeOf(() => assertPlannable(['2024-03-15', day], '2024-03-01')),
    );
    expect(codes).toEqual(['VISIT_DATE', undefined, undefined, 'VISIT_DATE']);
  });
});
