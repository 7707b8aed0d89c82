import { addDays } from '@yiyang/standards';
import { idOf, REGION, type Cast, type Person } from './cast.ts';

/** 70 points of GB/T 42195-2022: 20 points lost over the first items. */
const SEVENTY_POINTS = { total: 70 };

/** Somebody who lives in the home and whose guardian has consented; ids under `name` and `<name> consent`. */
export async function takeIn(cast: Cast, name: string, person: Person): Promise<void> {
  const elderId = await register(cast, name, person);
  await moveIn(cast, elderId);
  cast.ids[`${name} consent`] = await consent(cast, elderId);
}

async function register(cast: Cast, name: string, person: Person): Promise<string> {
  const body = {
    ...person,
    residenceRegion: REGION,
    insuredRegion: REGION,
    scheme: 'RESIDENT',
    personType: 'RESIDENT',
  };
  const { id } = cast.story.expect(await cast.home.post<{ id: string }>('/v1/elders', body), 201);
  cast.ids[name] = id;
  return id;
}

async function moveIn(cast: Cast, elderId: string): Promise<void> {
  const body = { elderId, institutionId: idOf(cast, 'home'), bedKind: 'CARE', admittedOn: cast.today };
  cast.story.expect(await cast.home.post('/v1/stays', body), 201);
}

/** The guardian consents to the referral and to sharing the record with the hospital and the home's units. */
async function consent(cast: Cast, elderId: string): Promise<string> {
  const body = {
    giver: { kind: 'GUARDIAN', relation: 'CHILD', proof: 'HOUSEHOLD_REGISTER' },
    recipients: [idOf(cast, 'hospital'), idOf(cast, 'nursing hospital'), idOf(cast, 'infirmary'), idOf(cast, 'home')],
    purposes: ['REFERRAL', 'CARE_DELIVERY', 'RECORD_SHARING'],
    dataClasses: ['PERSONAL_ATTRIBUTES', 'HEALTH_STATUS', 'MEDICAL_APPLICATION'],
    validTo: addDays(cast.today, 365),
  };
  const { id } = cast.story.expect(await cast.home.post<{ id: string }>(`/v1/elders/${elderId}/consents`, body), 201);
  return id;
}

/** Step 4: the elder moves in, consents through her guardian and is assessed by somebody who is not the home. */
export async function welcome(cast: Cast): Promise<void> {
  const { story, home } = cast;
  story.chapter('The elder: registered, admitted to a care bed, consent, assessment');
  const wrong = {
    ...cast.person,
    idNumber: `${cast.person.idNumber.slice(0, 17)}${cast.person.idNumber.endsWith('0') ? '1' : '0'}`,
  };
  const refused = await home.post('/v1/elders', {
    ...wrong,
    residenceRegion: REGION,
    insuredRegion: REGION,
    scheme: 'RESIDENT',
    personType: 'RESIDENT',
  });
  story.refused(refused, 400, 'ID_NUMBER_INVALID');
  story.same(refused.text.includes(wrong.idNumber), false, 'the refused number in the answer');
  const elderId = await register(cast, 'elder', cast.person);
  const otherId = await register(cast, 'other elder', cast.otherPerson);
  await moveIn(cast, elderId);
  await moveIn(cast, otherId);
  cast.ids['consent'] = await consent(cast, elderId);
  cast.ids['other consent'] = await consent(cast, otherId);
  await assess(cast, elderId);
  await bindElder(cast, elderId);
}

async function assess(cast: Cast, elderId: string): Promise<void> {
  const { story, civilAffairs } = cast;
  const purpose = { 'x-purpose': 'ASSESSMENT' };
  const listed = async (organisationId: string) => {
    const certificate = {
      certificateNo: `PG-${Date.now()}-${Math.floor(Math.random() * 1000)}`,
      validFrom: addDays(cast.today, -30),
      validTo: addDays(cast.today, 300),
    };
    return story.expect(
      await civilAffairs.post<{ id: string }>('/v1/assessors', { organisationId, ...certificate }),
      201,
    ).id;
  };
  const findings = {
    scale: 'GBT42195-2022',
    assessedOn: cast.today,
    ...SEVENTY_POINTS,
    dementia: true,
    coma: false,
    riskEvents: 0,
  };
  const path = `/v1/elders/${elderId}/assessments`;
  const ownAssessor = await listed(idOf(cast, 'home'));
  story.refused(
    await civilAffairs.post(path, { ...findings, assessorId: ownAssessor }, { headers: purpose }),
    422,
    'ASSESSOR_IS_PROVIDER',
    'REG-54',
  );
  const assessorId = await listed(idOf(cast, 'assessment centre'));
  const assessed = story.expect(
    await civilAffairs.post<{ level: number }>(path, { ...findings, assessorId }, { headers: purpose }),
    201,
  );
  story.same(assessed.level, 2, 'level of 70 points with dementia');
  story.note('70 points are level 1; confirmed dementia makes it level 2 (GB/T 42195-2022, C.4)');
}

async function bindElder(cast: Cast, elderId: string): Promise<void> {
  const { story, civilAffairs, elder } = cast;
  const path = `/v1/elders/${elderId}`;
  const { etag } = await civilAffairs.get(path);
  story.expect(await civilAffairs.put(`${path}/clients/${elder.clientId}`, {}, { ifMatch: etag }), 200);
  await story.until(
    () => elder.get(path),
    (answer) => answer.status === 200,
    'the binding of the elder’s client',
  );
}
