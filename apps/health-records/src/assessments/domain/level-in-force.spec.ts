import { levelInForce } from './level-in-force.js';

const LATEST = { level: 2, assessedOn: '2023-08-01', validTo: '2024-08-01' };

it('REC-14 holds from the day of the assessment through the last day of validity', () => {
  const on = (day: string) => levelInForce(LATEST, day);
  expect([on('2023-07-31'), on('2023-08-01'), on('2024-08-01'), on('2024-08-02')]).toEqual([null, 2, 2, null]);
});

it('REC-14 gives none without an assessment, and level 0 is a level', () => {
  expect(levelInForce(undefined, '2024-08-01')).toBeNull();
  expect(levelInForce({ ...LATEST, level: 0 }, '2024-08-01')).toBe(0);
});
