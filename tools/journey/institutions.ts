import { addDays, addMonthsClipped } from '@yiyang/standards';
import type { Api } from '../stack/api.ts';
import { idOf, moveTo, newCreditCode, REGION, type Cast, type Scene } from './cast.ts';

export interface Application {
  id: string;
  institutionId: string;
  path: { value: string; because: { rule: string; source?: string; clause?: string } };
}

export const COMMON = { division: REGION, ownership: 'PRIVATE_RUN', profitNature: 'NON_PROFIT' };

/** Submits, accepts and decides one application; keeps the institution's id under `name`. */
export async function open(
  cast: Scene,
  name: string,
  of: { applicant: Api; department: Api; body: object; decide: string; decision: object },
): Promise<Application> {
  const { story } = cast;
  const application = story.expect(
    await of.applicant.post<Application>('/v1/applications', { ...COMMON, ...of.body }),
    201,
  );
  const path = `/v1/applications/${application.id}`;
  story.expect(await of.department.act(path, 'accept'), 200);
  story.expect(await of.department.act(path, of.decide, of.decision), 200);
  cast.ids[name] = application.institutionId;
  return application;
}

export async function startOperation(cast: Scene, name: string, department: Api, startedOn: string): Promise<void> {
  cast.story.expect(
    await department.act(`/v1/institutions/${idOf(cast, name)}`, 'start-operation', { startedOn }),
    200,
  );
}

/** Binds a client and waits until the gateway knows it. */
export async function bind(cast: Scene, name: string, department: Api, client: Api, role: string): Promise<void> {
  const institution = `/v1/institutions/${idOf(cast, name)}`;
  const { etag } = await department.get(institution);
  cast.story.expect(
    await department.put(`${institution}/clients/${client.clientId}`, { role }, { ifMatch: etag }),
    200,
  );
  await cast.story.until(
    () => client.get(institution),
    (answer) => answer.status === 200,
    `the binding of ${name}`,
  );
}

/**
 * A day on which exactly tomorrow is three months after some day, so that today is one day too early (month ends can make
 * that impossible), and after which the whole story fits into one insurance year.
 */
export async function chooseFirstDay(cast: Cast): Promise<string> {
  let today = cast.today;
  if (addDays(today, 60).slice(0, 4) !== today.slice(0, 4)) today = `${Number(today.slice(0, 4)) + 1}-01-02`;
  const startFor = (day: string) => addMonthsClipped(addDays(day, 1), -3);
  while (addMonthsClipped(startFor(today), 3) !== addDays(today, 1)) today = addDays(today, 1);
  if (today !== cast.today) await moveTo(cast, today);
  return startFor(today);
}

/** Step 1: a care home, its infirmary and its nursing hospital, and a hospital. */
export async function openInstitutions(cast: Cast, since: string): Promise<void> {
  const { story, civilAffairs, health, home } = cast;
  story.chapter('The institutions: filing, licence, two-in-one, and a status that is computed');
  const careHome = {
    kind: 'CARE_HOME',
    name: '示范颐和养老院',
    creditCode: newCreditCode('5', '2'),
    beds: [{ kind: 'CARE', count: 120 }],
  };
  const licence = await civilAffairs.post('/v1/applications', { ...COMMON, ...careHome, requestedPath: 'APPROVAL' });
  story.refused(licence, 422, 'LICENCE_NOT_NEEDED', 'REG-04');
  await open(cast, 'home', {
    applicant: civilAffairs,
    department: civilAffairs,
    body: careHome,
    decide: 'file',
    decision: { filedOn: since },
  });
  const centre = {
    kind: 'SENIOR_CARE_CENTRE',
    name: '示范评估服务中心',
    creditCode: newCreditCode('5', '2'),
    beds: [],
  };
  await open(cast, 'assessment centre', {
    applicant: civilAffairs,
    department: civilAffairs,
    body: centre,
    decide: 'file',
    decision: { filedOn: since },
  });
  const hospital = {
    kind: 'GENERAL_HOSPITAL',
    name: '示范人民医院',
    creditCode: newCreditCode('1', '2'),
    level: 3,
    grade: 'LEVEL_3_A',
    beds: [{ kind: 'MEDICAL', count: 1 }],
  };
  const number = { licensedOn: since, practiceRegistrationNo: `PDY${Date.now()}` };
  await open(cast, 'hospital', {
    applicant: health,
    department: health,
    body: hospital,
    decide: 'approve',
    decision: number,
  });
  await startOperation(cast, 'home', civilAffairs, since);
  await startOperation(cast, 'hospital', health, since);
  await bind(cast, 'home', civilAffairs, home, 'CARE_INST');
  await bind(cast, 'hospital', health, cast.hospital, 'MED_INST');
  await openUnits(cast, since, number);
}

async function openUnits(cast: Cast, since: string, number: object): Promise<void> {
  const { story, health, home } = cast;
  const hostId = idOf(cast, 'home');
  const infirmary = { kind: 'INFIRMARY', name: '示范颐和养老院医务室', hostId, beds: [] };
  const filed = await open(cast, 'infirmary', {
    applicant: home,
    department: health,
    body: infirmary,
    decide: 'file',
    decision: { filedOn: since },
  });
  story.same([filed.path.value, filed.path.because.rule], ['FILING', 'REG-05'], 'path of the infirmary');
  const nursing = {
    kind: 'NURSING_HOSPITAL',
    name: '示范颐和护理院',
    level: 1,
    grade: 'LEVEL_1_A',
    hostId,
    beds: [{ kind: 'MEDICAL', count: 50 }],
  };
  const both = { ...number, establishmentApprovalNo: `SZ${Date.now()}` };
  const licensed = await open(cast, 'nursing hospital', {
    applicant: home,
    department: health,
    body: nursing,
    decide: 'approve',
    decision: both,
  });
  story.same(
    [licensed.path.value, licensed.path.because.rule],
    ['TWO_IN_ONE', 'REG-06'],
    'path of the nursing hospital',
  );
  await startOperation(cast, 'infirmary', health, since);
  await startOperation(cast, 'nursing hospital', health, since);
  await bind(cast, 'infirmary', health, cast.infirmary, 'MED_INST');
  await bind(cast, 'nursing hospital', health, cast.nursingHospital, 'MED_INST');
  const seen = story.expect(
    await home.get<{ isIntegrated: { value: boolean; because: { rule: string } } }>(`/v1/institutions/${hostId}`),
    200,
  );
  story.same([seen.isIntegrated.value, seen.isIntegrated.because.rule], [true, 'REG-01'], 'integrated status');
  story.note(
    'the home is integrated (医养结合): a live care filing and a live medical qualification, by computation (REG-01)',
  );
}

/** Step 2: insurance designation, not a day before three months of operation. */
export async function designate(cast: Cast): Promise<void> {
  const { story, insurance } = cast;
  story.chapter('Insurance designation: the earliest day is computed');
  const applicants = [
    ['hospital', cast.hospital],
    ['nursing hospital', cast.nursingHospital],
  ] as const;
  const apply = (name: string, client: Api) =>
    client.post<{ id: string }>('/v1/designations', { institutionId: idOf(cast, name), schemes: ['RESIDENT'] });
  const tomorrow = addDays(cast.today, 1);
  for (const [name, client] of applicants) {
    const early = story.refused(await apply(name, client), 422, 'TOO_EARLY', 'SET-01');
    story.same((early['inputs'] as Record<string, unknown>)['earliestOn'], tomorrow, 'earliest day');
  }
  await moveTo(cast, tomorrow);
  for (const [name, client] of applicants) {
    const { id } = story.expect(await apply(name, client), 201);
    const path = `/v1/designations/${id}`;
    story.expect(await insurance.act(path, 'accept'), 200);
    story.expect(await insurance.act(path, 'evaluate', { result: 'PASSED', evaluatedOn: cast.today }), 200);
    story.expect(await insurance.act(path, 'sign-agreement', { signedOn: cast.today }), 200);
    const active = story.expect(
      await insurance.act<{ status: string }>(path, 'open-system', { openedOn: cast.today }),
      200,
    );
    story.same(active.status, 'ACTIVE', `designation of the ${name}`);
  }
}

/** Step 3: the home and the hospital agree. */
export async function agree(cast: Cast): Promise<void> {
  const { story, home, hospital } = cast;
  story.chapter('The cooperation agreement');
  const body = {
    careInstitutionId: idOf(cast, 'home'),
    medicalInstitutionId: idOf(cast, 'hospital'),
    types: ['REFERRAL', 'GREEN_CHANNEL'],
    content: '双向转诊、急救绿色通道',
    way: '签约合作',
    cost: '按项目收费',
    duties: '双方各负其责',
    items: ['ROUNDS', 'EMERGENCY_CARE'],
    mechanisms: ['HEALTH_GUIDANCE', 'EMERGENCY', 'APPOINTMENT', 'ROUNDS', 'PROFESSIONAL_GUIDANCE'],
    validFrom: cast.today,
    validTo: addDays(cast.today, 365),
  };
  story.refused(await home.post('/v1/agreements', { ...body, cost: '' }), 422, 'AGREEMENT_PART_MISSING', 'CON-01');
  story.refused(await home.post('/v1/agreements', { ...body, items: [] }), 422, 'SERVICE_ITEMS_MISSING', 'CON-02');
  const { id } = story.expect(await home.post<{ id: string }>('/v1/agreements', body), 201);
  story.expect(await home.act(`/v1/agreements/${id}`, 'sign'), 200);
  const signed = story.expect(await hospital.act<{ status: string }>(`/v1/agreements/${id}`, 'sign'), 200);
  story.same(signed.status, 'ACTIVE', 'agreement');
  cast.ids['agreement'] = id;
}
