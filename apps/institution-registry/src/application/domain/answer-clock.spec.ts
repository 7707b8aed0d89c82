import { answerClockState, resumeAnswerClock, startAnswerClock } from './answer-clock.js';

const limit = { workingDays: 10, nearWorkingDays: 2 };

describe('the clock of the green channel', () => {
  const clock = startAnswerClock('2024-07-01', limit);
  const stateOn = (today: string) =>
    answerClockState(clock, { status: 'ACCEPTED', decidedOn: null, askedOn: null }, today);

  it('REG-13 is overdue on 2024-07-16 when accepted on 2024-07-01 with 10 working days, not a day before', () => {
    expect(clock).toEqual({ dueOn: '2024-07-15', nearOn: '2024-07-11' });
    expect(stateOn('2024-07-15')).toBe('NEAR');
    expect(stateOn('2024-07-16')).toBe('OVERDUE');
  });

  it('REG-13 warns two working days before the end', () => {
    expect(stateOn('2024-07-10')).toBe('RUNNING');
    expect(stateOn('2024-07-11')).toBe('NEAR');
  });

  it('REG-13 counts the official days off and days worked', () => {
    expect(startAnswerClock('2024-09-27', limit).dueOn).toBe('2024-10-16');
  });

  it('REG-13 stands still while the applicant supplements, and gets the working days back', () => {
    const paused = (askedOn: string) => ({ status: 'SUPPLEMENT', decidedOn: null, askedOn }) as const;
    expect(answerClockState(clock, paused('2024-07-15'), '2024-08-01')).toBe('PAUSED');
    expect(answerClockState(clock, paused('2024-07-16'), '2024-08-01')).toBe('OVERDUE');
    const resumed = resumeAnswerClock(clock, { from: '2024-07-05', to: '2024-07-09' });
    expect(resumed).toEqual({ dueOn: '2024-07-17', nearOn: '2024-07-15' });
    expect(resumeAnswerClock(clock, { from: '2024-07-15', to: '2024-07-16' }).dueOn).toBe('2024-07-16');
    expect(resumeAnswerClock(clock, { from: '2024-07-16', to: '2024-07-18' })).toEqual(clock);
  });

  it('REG-13 warns from the first day when the whole time is near', () => {
    expect(startAnswerClock('2024-07-01', { workingDays: 1, nearWorkingDays: 2 }).nearOn).toBe('2024-07-01');
  });

  it.each([
    ['FILED', '2024-07-15', 'MET'],
    ['LICENSED', '2024-07-16', 'MISSED'],
    ['REFUSED', '2024-07-15', 'MET'],
    ['WITHDRAWN', null, 'STOPPED'],
  ] as const)('REG-13 ends with the answer: %s on %s is %s', (status, decidedOn, expected) => {
    expect(answerClockState(clock, { status, decidedOn, askedOn: null }, '2024-08-01')).toBe(expected);
  });
});
