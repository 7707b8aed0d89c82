import { addDays } from '@yiyang/standards';
import type { Api, ApiAnswer } from '../stack/api.ts';
import { idOf, moveTo, type Cast } from './cast.ts';

interface Referral {
  id: string;
  chainId: string;
  status: string;
}

const referral = (id: string): string => `/v1/referrals/${id}`;

async function careStateIs(cast: Cast, state: string): Promise<void> {
  const path = `/v1/care-states/${idOf(cast, 'elder')}`;
  const seen = cast.story.expect(await cast.home.get<{ state: string }>(path), 200);
  cast.story.same(seen.state, state, 'care state');
}

async function bedsOf(cast: Cast, name: string, kind: string): Promise<Record<string, number>> {
  const path = `/v1/bed-uses/summary?institutionId=${idOf(cast, name)}`;
  const { items } = cast.story.expect(
    await cast.home.get<{ items: ({ bedKind: string } & Record<string, number>)[] }>(path),
    200,
  );
  const beds = items.find((item) => item.bedKind === kind);
  if (!beds) throw new Error(`${name} has no ${kind} beds`);
  const { free, operating, blocked, held, occupied, kept } = beds as Record<string, number>;
  cast.story.same(free, (operating ?? 0) - (blocked ?? 0) - (held ?? 0) - (occupied ?? 0) - (kept ?? 0), 'free beds');
  return beds;
}

const plan = (cast: Cast) => ({
  plan: {
    departAt: `${cast.today}T04:30:00.000Z`,
    transport: 'AMBULANCE',
    escort: '护理员一名',
    documents: ['转诊单', '身份证件'],
  },
});

/** Step 5: the infirmary refers upward, the hospital accepts with its last bed, the care bed is kept. */
export async function referUp(cast: Cast): Promise<void> {
  const { story, infirmary, hospital } = cast;
  story.chapter('Upward: indication, stage, consent, agreement; the last bed; the kept care bed');
  const request = {
    elderId: idOf(cast, 'elder'),
    fromInstitutionId: idOf(cast, 'infirmary'),
    toInstitutionId: idOf(cast, 'hospital'),
    direction: 'UP',
    urgency: 'ROUTINE',
    stage: 'TREATMENT',
    indications: ['CONDITION_DETERIORATING'],
    consentId: idOf(cast, 'consent'),
    bedKind: 'MEDICAL',
  };
  const ask = (body: object) => infirmary.post<Referral>('/v1/referrals', body);
  story.refused(await ask({ ...request, indications: [] }), 422, 'INDICATION_MISSING', 'REF-02');
  story.refused(await ask({ ...request, stage: undefined }), 422, 'STAGE_MISSING', 'REF-17');
  story.refused(await ask({ ...request, consentId: undefined }), 422, 'CONSENT_MISSING', 'REF-26');
  const first = story.expect(await ask(request), 201);
  const other = story.expect(
    await ask({ ...request, elderId: idOf(cast, 'other elder'), consentId: idOf(cast, 'other consent') }),
    201,
  );
  story.refused(await ask(request), 409, 'OPEN_REFERRAL_EXISTS');
  cast.ids['up referral'] = first.id;
  cast.ids['chain'] = first.chainId;
  await acceptLastBed(cast, first.id, other.id);
  story.refused(await infirmary.act(referral(first.id), 'dispatch'), 422, 'TRANSFER_PLAN_INCOMPLETE', 'REF-13');
  story.expect(await infirmary.act(referral(first.id), 'dispatch', plan(cast)), 200);
  story.expect(await hospital.act(referral(first.id), 'receive'), 200);
  story.expect(await hospital.act(referral(first.id), 'admit', { admittedOn: cast.today }), 200);
  cast.ids['admitted'] = cast.today;
  await careStateIs(cast, 'INPATIENT');
  const beds = await bedsOf(cast, 'home', 'CARE');
  story.same([beds['kept'], beds['occupied']], [1, 1], 'kept and occupied care beds');
  story.note('住院状态 since today; her care bed is kept, not freed (REF-06)');
}

async function acceptLastBed(cast: Cast, first: string, other: string): Promise<void> {
  const { story, hospital, infirmary } = cast;
  const inbox = `/v1/referrals?inbox=${idOf(cast, 'hospital')}`;
  const { items } = story.expect(await hospital.get<{ items: Referral[] }>(inbox), 200);
  story.same(items.map((item) => item.id).sort(), [first, other].sort(), 'inbox of the hospital');
  const { actions } = story.expect(await hospital.get<{ actions: string[] }>(`${referral(first)}/actions`), 200);
  story.same(actions.includes('accept'), true, 'the hospital may accept');
  story.expect(await hospital.act(referral(first), 'accept', { bedKind: 'MEDICAL' }), 200);
  const full = story.refused(
    await hospital.act(referral(other), 'accept', { bedKind: 'MEDICAL' }),
    409,
    'NO_FREE_BED',
    'REF-05',
  );
  story.same(
    Array.isArray(full['alternatives']) && full['alternatives'].length > 0,
    true,
    'alternatives to a full hospital',
  );
  story.expect(await infirmary.act(referral(other), 'cancel', { reasonCode: 'CONDITION_CHANGED' }), 200);
}

async function addSummary(cast: Cast, client: Api, type: string, referralId: string): Promise<string> {
  const sections = {
    MAIN_HEALTH_PROBLEM: '社区获得性肺炎',
    ADMISSION_DIAGNOSIS: '肺炎',
    DISCHARGE_DIAGNOSIS: '肺炎（恢复期）',
    PROCEDURES: '无',
    TREATMENT_PLAN: '继续康复护理',
    HOSPITAL_COURSE: '抗感染治疗后好转',
    ORDERS: '按时服药',
    LABORATORY: '血常规正常',
  };
  const body = { type, referralId, sourceId: `${type}-${referralId}`, sections };
  const { id } = cast.story.expect(
    await client.post<{ id: string }>(`/v1/elders/${idOf(cast, 'elder')}/documents`, body),
    201,
  );
  return id;
}

/** Step 6: the hospital reads what travels with her, completes with a summary and refers down; still 住院. */
export async function referDown(cast: Cast): Promise<void> {
  const { story, hospital, nursingHospital, home } = cast;
  story.chapter('Downward: the granted record, the summary, one chain, two ledgers');
  const record = `/v1/elders/${idOf(cast, 'elder')}/record`;
  await story.until(
    () => hospital.get(record),
    (answer) => answer.status === 200,
    'the read grant of the hospital',
  );
  await moveTo(cast, addDays(cast.today, 10));
  const up = referral(idOf(cast, 'up referral'));
  const summaryDocumentId = await addSummary(cast, hospital, 'DISCHARGE_SUMMARY', idOf(cast, 'up referral'));
  const referOn = {
    toInstitutionId: idOf(cast, 'nursing hospital'),
    direction: 'DOWN',
    urgency: 'ROUTINE',
    stage: 'REHABILITATION',
    indications: ['ACUTE_TREATMENT_COMPLETED'],
    consentId: idOf(cast, 'consent'),
    bedKind: 'MEDICAL',
  };
  const done = {
    dischargedOn: cast.today,
    destination: 'NURSING_HOSPITAL',
    stage: 'REHABILITATION',
    dischargeStandard: 'ACUTE_PHASE_OVER',
    summaryDocumentId,
    referOn,
  };
  const completed = story.expect(await hospital.act<Referral & { nextReferralId: string }>(up, 'complete', done), 200);
  cast.ids['left hospital'] = cast.today;
  const down = completed.nextReferralId;
  cast.ids['down referral'] = down;
  story.expect(await nursingHospital.act(referral(down), 'accept', { bedKind: 'MEDICAL' }), 200);
  story.expect(await hospital.act(referral(down), 'dispatch', plan(cast)), 200);
  story.expect(await nursingHospital.act(referral(down), 'receive'), 200);
  const admitted = story.expect(
    await nursingHospital.act<Referral>(referral(down), 'admit', { admittedOn: cast.today }),
    200,
  );
  story.same(admitted.chainId, idOf(cast, 'chain'), 'chain of the second referral');
  await careStateIs(cast, 'INPATIENT');
  await ledgersAgree(cast, home, hospital);
}

/** REF-09: each hand-over stands once in each side's ledger, under the same correlation id. */
async function ledgersAgree(cast: Cast, home: Api, hospital: Api): Promise<void> {
  type Entry = { referralId: string; correlationId: string; direction: string };
  const entriesOf = async (client: Api, name: string) => {
    const page: ApiAnswer<{ items: Entry[] }> = await client.get(
      `/v1/ledger-entries?institutionId=${idOf(cast, name)}`,
    );
    return cast.story.expect(page, 200).items;
  };
  const theirs = await entriesOf(hospital, 'hospital');
  const ours = [...(await entriesOf(home, 'infirmary')), ...(await entriesOf(home, 'nursing hospital'))];
  for (const name of ['up referral', 'down referral']) {
    const sides = [...theirs, ...ours].filter((entry) => entry.referralId === idOf(cast, name));
    cast.story.same(
      [sides.length, new Set(sides.map((entry) => entry.correlationId)).size],
      [2, 1],
      `ledger entries of the ${name}`,
    );
  }
}

/** Step 7: back to the kept care bed; the grants end after their tail. */
export async function comeHome(cast: Cast): Promise<void> {
  const { story, nursingHospital, hospital } = cast;
  story.chapter('Home again: 休养状态, and the grants end');
  await moveTo(cast, addDays(cast.today, 8));
  const down = referral(idOf(cast, 'down referral'));
  const summaryDocumentId = await addSummary(cast, nursingHospital, 'DISCHARGE_SUMMARY', idOf(cast, 'down referral'));
  const done = {
    dischargedOn: cast.today,
    destination: 'CARE_BED',
    dischargeStandard: 'REHABILITATION_GOAL_MET',
    summaryDocumentId,
  };
  const early = await nursingHospital.act(down, 'complete', { ...done, stage: 'TREATMENT' });
  story.refused(early, 422, 'STAGE_NOT_CONVALESCENT', 'REF-07');
  story.expect(await nursingHospital.act(down, 'complete', { ...done, stage: 'REHABILITATION' }), 200);
  cast.ids['left nursing hospital'] = cast.today;
  await careStateIs(cast, 'CONVALESCENT');
  const beds = await bedsOf(cast, 'home', 'CARE');
  story.same([beds['kept'], beds['occupied']], [0, 2], 'kept and occupied care beds');
  const record = `/v1/elders/${idOf(cast, 'elder')}/record`;
  await moveTo(cast, addDays(idOf(cast, 'left hospital'), 30));
  story.expect(await hospital.get(record), 200);
  await moveTo(cast, addDays(idOf(cast, 'left hospital'), 31));
  story.expect(await hospital.get(record), 404);
  story.note(
    '30 days after completion the hospital still read the record; on the 31st it is not there for it (REF-27)',
  );
}
