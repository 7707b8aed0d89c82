import { CARE_STATES, codesOf } from '@yiyang/standards';
import { aSituation, codeOf } from '../../testing/a-referral.js';
import { assertAlive, beginsAt, CARE_STATE_AFTER, changeCareState, stateOf } from './care-state.js';

const states = codesOf(CARE_STATES);

it.each(states)('REF-06 leads from %s exactly where 8.5 says', (from) => {
  const reachable = states.filter(
    (to) => !codeOf(() => changeCareState(aSituation({ state: from }), aSituation({ state: to }))),
  );
  expect(new Set(reachable)).toEqual(new Set(CARE_STATE_AFTER[from]));
});

it('counts an elder without record as at home', () => {
  expect(stateOf(undefined)).toBe('HOME_CARE');
  expect(changeCareState(undefined, aSituation({ state: 'INPATIENT' })).state).toBe('INPATIENT');
});

it('REF-06 ends with death', () => {
  expect(codeOf(() => assertAlive(aSituation({ state: 'DECEASED' })))).toBe('ELDER_DECEASED');
  expect(codeOf(() => changeCareState(aSituation({ state: 'DECEASED' }), aSituation()))).toBe('ELDER_DECEASED');
});

describe('since when', () => {
  const now = new Date('2024-03-02T06:00:00Z');
  const since = (on: string, previous?: string) =>
    beginsAt(on, now, previous === undefined ? undefined : aSituation({ since: new Date(previous) }));

  it('REF-06 is now for an admission today, 2024-03-02', () => expect(since('2024-03-02')).toEqual(now));

  it('is the beginning of the day in Shanghai for an earlier day', () =>
    expect(since('2024-03-01')).toEqual(new Date('2024-02-29T16:00:00Z')));

  it('lies after the state it follows, even on the same day', () =>
    expect(since('2024-03-01', '2024-03-01T02:00:00Z')).toEqual(new Date('2024-03-01T02:00:00.001Z')));

  it('is refused for a day before that state began', () =>
    expect(codeOf(() => since('2024-02-29', '2024-03-01T02:00:00Z'))).toBe('STAYS_OVERLAP'));
});
