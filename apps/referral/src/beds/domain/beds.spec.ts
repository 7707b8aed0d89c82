import { RECEIVER } from '../../testing/a-referral.js';
import { findFreeSlot, freeBeds, noFreeBed, type BedPool } from './bed-pool.js';
import { changeUse, sideOfBed, USE_AFTER, type BedUse, type Use } from './bed-use.js';

const pool: BedPool = {
  ...{ institutionId: RECEIVER, bedKind: 'MEDICAL', operating: 10, blocked: 2 },
  ...{ held: 1, occupied: 4, kept: 2, freeSlot: 8 },
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
