import { newId } from '@yiyang/persistence';
import { testDatabase, type TestDatabase } from '@yiyang/testing';
import { allMigrations } from '@yiyang/service';
import { definition } from '../service-definition.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('referral', allMigrations(definition));
}, 120_000);
afterAll(() => database.drop());

const [hospital, elder] = [newId(), newId()];
const REGIONS = `'421202', '421202', '421202'`;

/** Writes past the code, as the superuser. @returns the constraint that refused, or 'stored'. */
async function store(sql: string, params: unknown[]): Promise<string> {
  try {
    await database.asSuperuser(sql, params);
    return 'stored';
  } catch (error) {
    return (error as { constraint: string }).constraint;
  }
}

function aUse(of: {
  elder?: string;
  slot?: number;
  side?: string;
  use?: string;
  period?: string;
  tenure?: string | null;
  hospital?: string;
}) {
  const { period = '[2024-03-01,)', use = 'OCCUPIED', slot = 1, side = 'MEDICAL' } = of;
  const tenure = of.tenure === undefined ? period : of.tenure;
  return store(
    `insert into bed_use (id, version, institution_id, bed_kind, side, slot, elder_id, use, use_since, period, tenure,
       service_region, residence_region, insured_region)
     values ($1, 1, $2, 'MEDICAL', $3, $4, $5, $6, now(), $7, $8, ${REGIONS})`,
    [newId(), of.hospital ?? hospital, side, slot, of.elder ?? newId(), use, period, tenure],
  );
}

it('C20 one bed, two people: refused by the database', async () => {
  expect(await aUse({ slot: 1 })).toBe('stored');
  expect(await aUse({ slot: 1 })).toBe('bed_use_one_person_per_bed');
  expect(await aUse({ slot: 1, use: 'HELD', tenure: null })).toBe('bed_use_one_person_per_bed');
  expect(await aUse({ slot: 2 })).toBe('stored');
  expect(await aUse({ slot: 1, hospital: newId() })).toBe('stored');
});

it('C20 one bed after another: the end of one use may be the beginning of the next', async () => {
  expect(await aUse({ slot: 9, use: 'RELEASED', period: '[2024-01-01,2024-02-01)' })).toBe('stored');
  expect(await aUse({ slot: 9, period: '[2024-02-01,)' })).toBe('stored');
  expect(await aUse({ slot: 9, use: 'RELEASED', period: '[2024-01-15,2024-01-20)' })).toBe(
    'bed_use_one_person_per_bed',
  );
});

it('C20 one person, two care settings of one side: refused by the database', async () => {
  expect(await aUse({ elder, slot: 20 })).toBe('stored');
  expect(await aUse({ elder, slot: 21 })).toBe('bed_use_one_bed_per_person_and_side');
  expect(await aUse({ elder, slot: 22, side: 'CARE', use: 'KEPT' })).toBe('stored');
  expect(await aUse({ elder, slot: 23, use: 'HELD', tenure: null })).toBe('stored');
});

it('keeps ranges and uses together', async () => {
  expect(await aUse({ slot: 30, use: 'RELEASED' })).toBe('bed_use_state');
  expect(await aUse({ slot: 30, use: 'OCCUPIED', tenure: null })).toBe('bed_use_state');
  expect(await aUse({ slot: 30, use: 'HELD' })).toBe('bed_use_state');
  expect(await aUse({ slot: 30, use: 'SLEPT_IN' })).toBe('bed_use_state');
  expect(await aUse({ slot: 0 })).toBe('bed_use_slot');
});

it('REF-06 one care state at a time, one stay at a time per side', async () => {
  const state = (period: string) =>
    store(
      `insert into care_state (id, elder_id, state, period, service_region, residence_region, insured_region)
       values ($1, $2, 'INPATIENT', $3, ${REGIONS})`,
      [newId(), elder, period],
    );
  expect(await state('[2024-01-01,2024-03-01)')).toBe('stored');
  expect(await state('[2024-03-01,)')).toBe('stored');
  expect(await state('[2024-05-01,)')).toBe('care_state_one_at_a_time');
  expect(await state('empty')).toBe('care_state_not_empty');
  const stay = (side: string, days: string) =>
    store(
      `insert into stay (id, elder_id, institution_id, side, days, service_region, residence_region, insured_region)
       values ($1, $2, $3, $4, $5, ${REGIONS})`,
      [newId(), elder, hospital, side, days],
    );
  expect(await stay('MEDICAL', '[2024-03-02,2024-03-12)')).toBe('stored');
  expect(await stay('MEDICAL', '[2024-03-12,)')).toBe('stored');
  expect(await stay('MEDICAL', '[2024-03-11,2024-03-12)')).toBe('stay_one_at_a_time_per_side');
  expect(await stay('CARE', '[2024-01-01,)')).toBe('stored');
});

it('C27 one open referral per person, whatever the code does', async () => {
  const referral = (status: string, of = elder) =>
    store(
      `insert into referral (id, version, chain_id, elder_id, direction, urgency, stage, indications, from_institution_id,
         to_institution_id, to_side, from_region, to_region, residence_region, insured_region, status, requested_at, reason_code, ended_at)
       values ($1, 1, $1, $2, 'UP', 'URGENT', 'TREATMENT', '{CRITICAL_ILLNESS}', $3, $4, 'MEDICAL', '421202', ${REGIONS}, $5, now(), $6, $7)`,
      [newId(), of, newId(), hospital, status, ...(status === 'REJECTED' ? ['BED_FULL', new Date()] : [null, null])],
    );
  expect(await referral('REJECTED')).toBe('stored');
  expect(await referral('REQUESTED')).toBe('stored');
  expect(await referral('REQUESTED')).toBe('referral_one_open_per_person');
  expect(await referral('REJECTED')).toBe('stored');
  expect(await referral('REQUESTED', newId())).toBe('stored');
  expect(await referral('ACCEPTED', newId())).toBe('referral_status_has_its_facts');
  expect(await referral('LOST', newId())).toBe('referral_status_has_its_facts');
});

it('REF-09 the app role can neither change nor remove a ledger entry', async () => {
  for (const sql of ['update ledger_entry set handed_over_at = now()', 'delete from ledger_entry'])
    await expect(database.database.many(sql)).rejects.toMatchObject({ code: '42501' });
});
