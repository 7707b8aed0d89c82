import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, ServiceStack, type Answered } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { anInstitutionWithBeds, type Furnished } from '../testing/institution-with-beds.js';

const TODAY = '2024-03-01';
let stack: ServiceStack;
beforeAll(async () => {
  stack = await ServiceStack.start(institutionRegistry, { at: `${TODAY}T01:00:00Z`, freeClock: true });
}, 120_000);
afterAll(() => stack.stop());
beforeEach(() => stack.at(`${TODAY}T01:00:00Z`));

interface Line {
  readonly kind: string;
  readonly use: Readonly<Record<'held' | 'occupied' | 'kept' | 'blocked' | 'free', number>>;
  readonly [count: string]: unknown;
}
const beds = async ({ id }: Furnished, on?: string) =>
  (await stack.call(aCaller('HEALTH'), 'GET', `/v1/institutions/${id}/beds${on ? `?on=${on}` : ''}`)).body[
    'items'
  ] as Line[];
const versionOf = async ({ id }: Furnished) =>
  (await stack.call(aCaller('HEALTH'), 'GET', `/v1/institutions/${id}`)).etag;

/** A change in the version that is there now. */
async function change(
  of: Furnished,
  path: string,
  body: object,
  by: Furnished['caller'] = of.department,
): Promise<Answered> {
  const method = path.startsWith('beds/') ? 'PUT' : 'POST';
  const withDay = path.endsWith('withdraw') ? {} : { effectiveOn: TODAY, ...body };
  return stack.call(by, method, `/v1/institutions/${of.id}/${path}`, { body: withDay, ifMatch: await versionOf(of) });
}
const operate = (of: Furnished, body: object, kind = 'MEDICAL') =>
  change(of, `beds/${kind}/operating`, { operating: 80, blocked: 0, ...body }, of.caller);
const convert = (of: Furnished, body: object) =>
  change(of, 'bed-conversions', { from: 'MEDICAL', to: 'CARE', ...body });

/** Referral says that beds are used. */
async function use(of: Furnished, count: number, bedKind = 'MEDICAL', as: 'OCCUPIED' | 'HELD' | 'KEPT' = 'OCCUPIED') {
  const base = { institutionId: of.id, bedKind, from: stack.now.toISOString(), division: '360102' } as const;
  const uses = Array.from({ length: count }, () => ({ ...base, bedUseId: newId(), elderId: newId() }));
  for (const one of uses) await stack.say(EVENT.bedUseChangedV1, { ...one, use: as });
  await stack.settled();
  return uses;
}
async function answer(of: Furnished, changed: Answered, outcome: 'CONFIRMED' | 'REFUSED', spare = 20) {
  const { bedKind, count } = changed.body as { bedKind: string; count: number };
  const said = { bedChangeId: changed.id, institutionId: of.id, bedKind, count, spare, outcome, division: '360102' };
  await stack.say(EVENT.bedUseReductionAnsweredV1, { ...said, answeredAt: stack.now.toISOString() });
  await stack.settled();
}
const statusOf = async (of: Furnished, { id }: Answered) =>
  (await stack.call(of.department, 'GET', `/v1/institutions/${of.id}/bed-changes/${id}`)).body['status'];

it('REG-21 keeps approved, operating, blocked and used beds by kind and day', async () => {
  const home = await anInstitutionWithBeds(stack, { kind: 'CARE_HOME', beds: { CARE: 120 } });
  expect(await change(home, 'beds/REHAB/approved', { approved: 20 })).toMatchObject({
    status: 200,
    body: { status: 'EFFECTIVE', lines: [{ kind: 'REHAB', approved: 20, operating: 0 }] },
  });
  expect((await operate(home, { operating: 20 }, 'REHAB')).body['status']).toBe('EFFECTIVE');
  const later = await change(home, 'beds/CARE/approved', { approved: 150, effectiveOn: '2024-06-01' });
  expect(later.body['status']).toBe('CONFIRMED');
  await use(home, 14, 'REHAB');
  expect(await beds(home)).toMatchObject([
    { kind: 'CARE', approved: 120, operating: 120, use: { occupied: 0, free: 120 } },
    { kind: 'REHAB', approved: 20, operating: 20, use: { held: 0, occupied: 14, kept: 0, blocked: 0, free: 6 } },
  ]);
  expect(await beds(home, '2024-01-09')).toEqual([]);
  expect(await beds(home, '2024-02-29')).toMatchObject([{ kind: 'CARE', approved: 120 }]);
  expect(await beds(home, '2024-06-01')).toMatchObject([{ kind: 'CARE', approved: 150 }, { kind: 'REHAB' }]);
});

it.each<[string, object, number, string | undefined]>([
  ['operating 121 of 120 approved', { operating: 121 }, 422, 'BED_COUNTS_DO_NOT_ADD_UP'],
  ['operating 120 of 120', { operating: 120 }, 200, undefined],
  ['blocked 121 of 120', { operating: 120, blocked: 121 }, 422, 'BED_COUNTS_DO_NOT_ADD_UP'],
  ['a day that has passed', { operating: 120, effectiveOn: '2024-02-29' }, 422, 'BED_CHANGE_DAY'],
  ['a negative number', { operating: -1 }, 400, 'MALFORMED_REQUEST'],
])('REG-21 answers %s', async (_, body, status, code) => {
  const home = await anInstitutionWithBeds(stack, { kind: 'CARE_HOME', beds: { CARE: 120 } });
  const answered = await operate(home, body, 'CARE');
  expect([answered.status, answered.body['code']]).toEqual([status, code]);
  if (status === 422 && code === 'BED_COUNTS_DO_NOT_ADD_UP')
    expect(answered.body).toMatchObject({ rule: 'REG-21', clause: expect.any(String) });
});

it('REG-22 of 80 medical beds with 60 in use: 30 are refused with what is spare, 20 become care beds', async () => {
  const hospital = await anInstitutionWithBeds(stack);
  await use(hospital, 60);
  expect(await convert(hospital, { count: 30 })).toMatchObject({
    status: 409,
    body: { code: 'BEDS_IN_USE', rule: 'REG-22', inputs: { asked: 30, spare: 20 } },
  });
  const converted = await convert(hospital, { count: 20 });
  expect(converted.body).toMatchObject({ status: 'REQUESTED', bedKind: 'MEDICAL', count: 20 });
  expect(await stack.said(EVENT.institutionBedReductionRequestedV1, hospital.id)).toMatchObject([
    { bedChangeId: converted.id, bedKind: 'MEDICAL', count: 20, effectiveOn: TODAY },
  ]);
  expect(await beds(hospital)).toMatchObject([{ kind: 'MEDICAL', operating: 80 }]);
  expect(await convert(hospital, { count: 1 })).toMatchObject({ status: 409, body: { code: 'BED_CHANGE_PENDING' } });
  await answer(hospital, converted, 'CONFIRMED');
  expect(await beds(hospital)).toMatchObject([
    { kind: 'CARE', approved: 20, operating: 20, use: { free: 20 } },
    { kind: 'MEDICAL', approved: 60, operating: 60, use: { occupied: 60, free: 0 } },
  ]);
  expect(await statusOf(hospital, converted)).toBe('EFFECTIVE');
  const said = await stack.said(EVENT.institutionBedInventoryChangedV1, hospital.id);
  expect(said.map(({ bedKind, operating, bedChangeId }) => [bedKind, operating, bedChangeId])).toEqual([
    ['MEDICAL', 60, converted.id],
    ['CARE', 20, converted.id],
  ]);
});

it('REG-22 leaves everything as it is when referral refuses', async () => {
  const hospital = await anInstitutionWithBeds(stack);
  const converted = await convert(hospital, { count: 30 });
  await answer(hospital, converted, 'REFUSED', 25);
  expect(await statusOf(hospital, converted)).toBe('REFUSED');
  expect(await beds(hospital)).toMatchObject([{ kind: 'MEDICAL', operating: 80, use: { free: 80 } }]);
  expect((await convert(hospital, { count: 25 })).status).toBe(200);
});

it('REG-22 takes effect by itself on its day; until then the beds are withheld', async () => {
  const hospital = await anInstitutionWithBeds(stack);
  await use(hospital, 60);
  const converted = await convert(hospital, { count: 15, effectiveOn: '2024-04-01' });
  await answer(hospital, converted, 'CONFIRMED');
  expect(await statusOf(hospital, converted)).toBe('CONFIRMED');
  expect(await beds(hospital)).toMatchObject([{ operating: 80, blocked: 0, use: { blocked: 15, free: 5 } }]);
  expect(await beds(hospital, '2024-04-01')).toMatchObject([
    { kind: 'CARE', operating: 15 },
    { kind: 'MEDICAL', operating: 65 },
  ]);
  await stack.sweep();
  await stack.at('2024-03-31T15:59:59Z');
  await stack.sweep();
  expect(await statusOf(hospital, converted)).toBe('CONFIRMED');
  const seen = await versionOf(hospital);
  await stack.at('2024-03-31T16:00:00Z');
  await stack.sweep();
  expect(await statusOf(hospital, converted)).toBe('EFFECTIVE');
  expect(await beds(hospital)).toMatchObject([
    { kind: 'CARE', operating: 15, use: { free: 15 } },
    { kind: 'MEDICAL', operating: 65, use: { blocked: 0, free: 5 } },
  ]);
  expect(await versionOf(hospital)).not.toBe(seen);
  expect(await beds(hospital, '2024-03-31')).toMatchObject([{ kind: 'MEDICAL', operating: 80 }]);
});

it('REG-22 is taken back before its day by who made it, and the beds are given out again', async () => {
  const hospital = await anInstitutionWithBeds(stack);
  const converted = await convert(hospital, { count: 15, effectiveOn: '2024-04-01' });
  await answer(hospital, converted, 'CONFIRMED');
  const path = `bed-changes/${converted.id}/withdraw`;
  expect((await change(hospital, path, {}, hospital.caller)).status).toBe(403);
  expect((await change(hospital, path, {})).body['status']).toBe('WITHDRAWN');
  expect(await beds(hospital)).toMatchObject([{ kind: 'MEDICAL', operating: 80, use: { blocked: 0, free: 80 } }]);
  expect(await beds(hospital, '2024-04-01')).toMatchObject([
    { kind: 'CARE', operating: 0 },
    { kind: 'MEDICAL', operating: 80 },
  ]);
  expect(await stack.said(EVENT.institutionBedInventoryChangedV1, hospital.id)).toMatchObject([
    { bedKind: 'MEDICAL', operating: 80, bedChangeId: converted.id },
  ]);
  expect(await change(hospital, path, {})).toMatchObject({ status: 409, body: { code: 'BED_CHANGE_STATE' } });
});

it('REG-22, P-45 refuses what the region does not list, with its clause', async () => {
  const hospital = await anInstitutionWithBeds(stack, { division: '360102' });
  expect(await convert(hospital, { count: 10, to: 'HOSPICE' })).toMatchObject({
    status: 422,
    body: { code: 'CONVERSION_NOT_ALLOWED', rule: 'REG-22', clause: expect.stringContaining('三(八)') },
  });
  const elsewhere = await anInstitutionWithBeds(stack, { division: '421202' });
  expect((await convert(elsewhere, { count: 10 })).body).toMatchObject({ code: 'CONVERSION_NOT_ALLOWED' });
});

it('REG-23 reports 175 of 700 reserved beds as 25 %', async () => {
  const home = await anInstitutionWithBeds(stack, { kind: 'WELFARE_HOME', beds: { CARE: 700 } });
  expect((await change(home, 'beds/CARE/approved', { approved: 700, reserved: 175 })).status).toBe(200);
  expect(await beds(home)).toMatchObject([{ kind: 'CARE', operating: 700, reserved: 175, reservedShare: 0.25 }]);
  expect((await stack.said(EVENT.institutionBedInventoryChangedV1, home.id))[0]).toMatchObject({ reserved: 175 });
});

it('lets the department approve and the institution operate, each its own', async () => {
  const hospital = await anInstitutionWithBeds(stack);
  const by = async (caller: Furnished['caller'], path: string, body: object) =>
    (await change(hospital, path, body, caller)).status;
  expect(await by(hospital.caller, 'beds/MEDICAL/approved', { approved: 90 })).toBe(403);
  expect(await by(aCaller('CIVIL_AFFAIRS', { region: '360100' }), 'beds/MEDICAL/approved', { approved: 90 })).toBe(403);
  expect(await by(aCaller('HEALTH', { region: '421200' }), 'beds/MEDICAL/approved', { approved: 90 })).toBe(403);
  const stranger = aCaller('MED_INST', { organisationId: newId() });
  expect(await by(stranger, 'beds/MEDICAL/operating', { operating: 80, blocked: 1 })).toBe(403);
  expect(await by(hospital.caller, 'beds/SPA/operating', { operating: 80, blocked: 1 })).toBe(400);
});

it('C20 of 100 parallel changes of one version one is made; 20 that try again are all made, and the sum holds at every read', async () => {
  const hospital = await anInstitutionWithBeds(stack);
  await use(hospital, 40);
  const path = `/v1/institutions/${hospital.id}/beds/MEDICAL/approved`;
  const approve = (approved: number, ifMatch: string | undefined) =>
    stack.call(hospital.department, 'PUT', path, { body: { effectiveOn: TODAY, approved }, ifMatch });
  const untilMade = async (approved: number): Promise<Answered> => {
    const answered = await approve(approved, await versionOf(hospital));
    return answered.status === 412 ? untilMade(approved) : answered;
  };
  let isOver = false;
  const watch = (async () => {
    for (let reads = 0; ; reads++) {
      const [line] = (await beds(hospital)) as [Line & { operating: number }];
      const { held, occupied, kept, blocked, free } = line.use;
      expect(free + held + occupied + kept + blocked).toBe(line.operating);
      if (isOver) return reads;
    }
  })();
  const seen = await versionOf(hospital);
  const work = async () => [
    await Promise.all(Array.from({ length: 100 }, (_, n) => approve(100 + n, seen))),
    await Promise.all(Array.from({ length: 20 }, (_, n) => untilMade(200 + n))),
  ];
  const [once = [], again = []] = await work().finally(() => (isOver = true));
  expect(once.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(once.filter(({ status }) => status === 412)).toHaveLength(99);
  expect(await watch).toBeGreaterThan(1);
  expect(again.every(({ status }) => status === 200)).toBe(true);
  const said = await stack.said(EVENT.institutionBedInventoryChangedV1, hospital.id);
  expect(said).toHaveLength(21);
  expect(await beds(hospital)).toMatchObject([{ kind: 'MEDICAL', approved: said.at(-1)?.approved }]);
}, 60_000);

it('counts uses once, whatever becomes of them, and rebuilds the copy to the same content', async () => {
  const hospital = await anInstitutionWithBeds(stack);
  const [held, kept, gone] = [
    await use(hospital, 2, 'MEDICAL', 'HELD'),
    await use(hospital, 3, 'MEDICAL', 'KEPT'),
    await use(hospital, 4),
  ];
  await stack.say(EVENT.bedUseChangedV1, { ...(held[0] as (typeof held)[number]), use: 'OCCUPIED' });
  await stack.say(EVENT.bedUseChangedV1, { ...(kept[0] as (typeof kept)[number]), use: 'OCCUPIED' });
  for (const one of gone) await stack.say(EVENT.bedUseChangedV1, { ...one, use: 'RELEASED' });
  await stack.settled();
  const content = () => stack.own.asSuperuser('select * from bed_use_count_copy order by institution_id, bed_kind');
  const before = await content();
  expect(await beds(hospital)).toMatchObject([{ use: { held: 1, occupied: 2, kept: 2, free: 75 } }]);
  await stack.service.parts.messaging.rebuild('bed-use-copy');
  await stack.settled();
  expect(await content()).toEqual(before);
  expect(before.length).toBeGreaterThan(3);
});

it('keeps every day in the history, with its maker and the reason', async () => {
  const home = await anInstitutionWithBeds(stack, { kind: 'CARE_HOME', beds: { CARE: 120 } });
  await change(home, 'beds/CARE/approved', { approved: 150, effectiveOn: '2024-06-01', reasonCode: 'EXTENSION' });
  await operate(home, { operating: 110 }, 'CARE').then((changed) => answer(home, changed, 'CONFIRMED'));
  const rows = await stack.own.asSuperuser(
    `select effective_on::text as on, state ->> 'operating' as operating, action, reason_code as why, role from institution_change
     where institution_id = $1 order by recorded_at, effective_on`,
    [home.id],
  );
  const approve = { action: 'bed.approve', why: 'EXTENSION', role: 'CIVIL_AFFAIRS' };
  const byHome = { action: 'bed.operate', why: null, role: 'CARE_INST' };
  expect(rows).toEqual([
    { on: '2024-06-01', operating: '120', ...approve },
    { on: TODAY, operating: '110', ...byHome },
    { on: '2024-06-01', operating: '110', ...byHome },
  ]);
});

it('changes beds with two reads under the lock and one trip for all that is written', async () => {
  const hospital = await anInstitutionWithBeds(stack);
  const ifMatch = await versionOf(hospital);
  const path = `/v1/institutions/${hospital.id}/beds/MEDICAL/operating`;
  const body = { effectiveOn: TODAY, operating: 80, blocked: 0 };
  const statements = await stack.statementsOf(() => stack.call(hospital.caller, 'PUT', path, { body, ifMatch }));
  expect(statements.map((sql) => /^\s*(\w+( \w+)?( \w+)?)/.exec(sql)?.[1])).toEqual([
    ...['begin', 'select pg_try_advisory_xact_lock', 'select i', 'with day as'],
    ...['insert into bed_change', 'insert into bed_day', 'insert into institution_change', 'with past as'],
    ...['with next_sequence as', 'insert into deadline', 'update institution set', 'with entry as', 'commit'],
  ]);
  const read = await stack.statementsOf(() =>
    stack.call(hospital.caller, 'GET', `/v1/institutions/${hospital.id}/beds`),
  );
  expect(read).toHaveLength(1);
});
