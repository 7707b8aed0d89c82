import { RECEIVER } from '../../testing/a-referral.js';
import { findFreeSlot, freeBeds, noFreeBed, type BedPool } from './bed-pool.js';
import { promiseBeds } from './bed-promise.js';
import { canAllotBed } from './can-allot-bed.js';
import { changeUse, sideOfBed, USE_AFTER, type BedUse, type Use } from './bed-use.js';

const pool: BedPool = {
  ...{ institutionId: RECEIVER, bedKind: 'MEDICAL', operating: 10, blocked: 2 },
  ...{ held: 1, occupied: 4, kept: 2, freeSlot: 8, reserved: 0, reservedUsed: 0 },
};

it('C20 free + occupied + held + kept + blocked = operating', () => {
  expect(freeBeds(pool)).toBe(1);
  expect(freeBeds(pool) + pool.occupied + pool.held + pool.kept + pool.blocked).toBe(pool.operating);
});

it('REF-05 gives out the last free bed and then none', () => {
  expect(findFreeSlot(pool)).toBe(8);
  expect(findFreeSlot({ ...pool, held: 2 })).toBeUndefined();
});

it('REF-05 gives out none where inventory was cut below use, or where there is no such bed', () => {
  expect(findFreeSlot({ ...pool, operating: 5 })).toBeUndefined();
  expect(findFreeSlot({ ...pool, freeSlot: null })).toBeUndefined();
  expect(findFreeSlot(undefined)).toBeUndefined();
});

it('REF-05 names what is free elsewhere, numbers only', () => {
  const refused = noFreeBed('MEDICAL', [{ institutionId: RECEIVER, bedKind: 'MEDICAL', free: 3 }]);
  expect(refused).toMatchObject({
    code: 'NO_FREE_BED',
    detail: { alternatives: [{ institutionId: RECEIVER, bedKind: 'MEDICAL', free: 3 }] },
  });
});

const uses = Object.keys(USE_AFTER) as Use[];
it('REG-21 gives out the 120th of 120 operating beds and no 121st', () => {
  const home = { ...pool, operating: 120, blocked: 0, held: 0, kept: 0, freeSlot: 120 };
  expect(findFreeSlot({ ...home, occupied: 119 })).toBe(120);
  expect(findFreeSlot({ ...home, occupied: 120 })).toBeUndefined();
});

describe('REG-23 of 700 beds 175 are reserved for the extremely poor', () => {
  const [ordinary, extremelyPoor] = [{ isExtremelyPoor: false }, { isExtremelyPoor: true }];
  const home = { ...pool, operating: 700, blocked: 0, held: 0, kept: 0, reserved: 175 };
  it.each<[string, { occupied: number; reservedUsed: number }, boolean, boolean]>([
    ['524 ordinary elders', { occupied: 524, reservedUsed: 0 }, true, true],
    ['525 ordinary elders', { occupied: 525, reservedUsed: 0 }, false, true],
    ['525 ordinary and 174 extremely poor elders', { occupied: 699, reservedUsed: 174 }, false, true],
    ['525 ordinary and 175 extremely poor elders', { occupied: 700, reservedUsed: 175 }, false, false],
    ['176 extremely poor elders, one of them in an ordinary bed', { occupied: 699, reservedUsed: 176 }, true, true],
  ])('with %s', (_, use, forOrdinary, forPoor) => {
    expect(canAllotBed({ ...home, ...use }, ordinary)).toBe(forOrdinary);
    expect(canAllotBed({ ...home, ...use }, extremelyPoor)).toBe(forPoor);
  });
});

it('REG-22 promises spare beds only: 80 beds with 60 in use give 20, not 21', () => {
  const ward = { ...pool, operating: 80, blocked: 0, held: 1, occupied: 57, kept: 2 };
  expect(promiseBeds(ward, 20)).toEqual({ outcome: 'CONFIRMED', spare: 20 });
  expect(promiseBeds(ward, 21)).toEqual({ outcome: 'REFUSED', spare: 20 });
  expect(promiseBeds({ ...ward, blocked: 25 }, 1)).toEqual({ outcome: 'REFUSED', spare: 0 });
  expect(promiseBeds(undefined, 1)).toEqual({ outcome: 'REFUSED', spare: 0 });
});

it.each(uses)('moves a bed from %s exactly where the table says', (from) => {
  const bed = { use: from } as BedUse;
  const at = new Date();
  for (const to of uses) {
    const possible = (USE_AFTER[from] as readonly Use[]).includes(to);
    if (possible) expect(changeUse(bed, to, at)).toEqual({ use: to, useSince: at });
    else expect(() => changeUse(bed, to, at)).toThrow(/does not go/);
  }
});

it('knows the side of a bed', () => {
  expect(sideOfBed('CARE')).toBe('CARE');
  expect(sideOfBed('NURSING')).toBe('CARE');
  expect(sideOfBed('MEDICAL')).toBe('MEDICAL');
});
