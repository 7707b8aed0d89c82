import { aHome, findingsOf, outcomeOf } from '../testing/an-input.js';

const GONGSHU = '330105';

describe('planned rounds', () => {
  const home = (on: string, division = GONGSHU) =>
    aHome({ on, division, openVisits: [{ id: 'visit', kind: 'ROUNDS', latestOn: '2024-03-31' }] });

  it('CON-23 a round due on 2024-03-15 and not done by 03-31 is missed from the next day on', () => {
    expect(findingsOf('CON-23', home('2024-03-31'))).toEqual([]);
    expect(findingsOf('CON-23', home('2024-04-01'))).toMatchObject([
      { subject: 'visit', code: 'VISIT_MISSED', actual: { kind: 'ROUNDS', latestOn: '2024-03-31' } },
    ]);
  });

  it('CON-23 is looked at again on the day after the last one in time, and only where the region plans rounds', () => {
    expect(outcomeOf('CON-23', home('2024-03-16'))).toMatchObject({ verdict: { changesOn: '2024-04-01' } });
    expect(findingsOf('CON-23', home('2024-04-01', '421202'))).toBe('NOT_IN_FORCE_HERE');
    expect(findingsOf('CON-23', aHome({ division: GONGSHU }))).toBe('NOT_CONCERNED');
  });
});
