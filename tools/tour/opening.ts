import { addDays } from '@yiyang/standards';
import { bind, COMMON, open, startOperation, type Application } from '../journey/institutions.ts';
import { idOf, newCreditCode } from '../journey/cast.ts';
import { byRule, JIANGXI, type Because, type TourCast } from './tour-cast.ts';

interface Guide {
  readonly path: string;
  readonly flow: unknown[];
  readonly conditions: unknown[];
  readonly materials: unknown[];
  readonly timeLimit: { workingDays: number; legalBasis?: string };
}

/** What an applicant may read before applying. */
export async function readGuides({ story, anybody }: TourCast): Promise<void> {
  story.chapter('What an applicant reads first, without login');
  for (const kind of ['CARE_HOME', 'INFIRMARY']) {
    const { items } = await story.until<{ items: Guide[] }>(
      () => anybody.get(`/v1/guides?kind=${kind}&division=421202`),
      ({ status }) => status === 200,
      'the guide',
    );
    for (const { path, flow, conditions, materials, timeLimit } of items)
      story.note(
        `${kind} ${path}: ${flow.length} steps, ${conditions.length} conditions, ${materials.length} materials, ` +
          `${timeLimit.workingDays} working days (${timeLimit.legalBasis ?? 'no basis named'})`,
      );
  }
}

const careHome = () => ({
  kind: 'CARE_HOME',
  name: '示范颐和养老院',
  creditCode: newCreditCode('5', '2'),
  beds: [{ kind: 'CARE', count: 120 }],
});

/** The way of each kind is computed, with the clause that makes it so. */
export async function openInstitutions(cast: TourCast): Promise<void> {
  const { story, civilAffairs, health, home, hospital, today } = cast;
  story.chapter('The way of each kind is computed, not chosen');
  const licence = await civilAffairs.post('/v1/applications', {
    ...{ ...careHome(), ...COMMON },
    requestedPath: 'APPROVAL',
  });
  story.refused(licence, 422, 'LICENCE_NOT_NEEDED', 'REG-04');
  const tell = (kind: string, { path }: Application) => story.note(`${kind}: ${path.value} ${byRule(path.because)}`);

  const filing = { decide: 'file', decision: { filedOn: today } };
  const licensed = { licensedOn: today, practiceRegistrationNo: `PDY${Date.now()}` };
  const approval = { decide: 'approve', decision: licensed };
  tell(
    'CARE_HOME',
    await open(cast, 'home', { applicant: civilAffairs, department: civilAffairs, body: careHome(), ...filing }),
  );
  await startOperation(cast, 'home', civilAffairs, today);
  await bind(cast, 'home', civilAffairs, home, 'CARE_INST');
  const hostId = idOf(cast, 'home');
  const infirmary = { kind: 'INFIRMARY', name: '示范颐和养老院医务室', hostId, beds: [] };
  // Filed until tomorrow, so that the tour can watch it end.
  const untilTomorrow = { decide: 'file', decision: { filedOn: today, validTo: addDays(today, 1) } };
  tell(
    'INFIRMARY',
    await open(cast, 'infirmary', { applicant: home, department: health, body: infirmary, ...untilTomorrow }),
  );
  // Only asked for: granted, it would keep the home integrated when the infirmary's filing ends.
  const nursing = { kind: 'NURSING_HOSPITAL', name: '示范颐和护理院', level: 1, grade: 'LEVEL_1_A', hostId, beds: [] };
  const asked = await home.post<Application>('/v1/applications', { ...nursing, ...COMMON });
  tell('NURSING_HOSPITAL', story.expect(asked, 201));
  const large = {
    ...{
      kind: 'GENERAL_HOSPITAL',
      name: '示范人民医院',
      creditCode: newCreditCode('1', '2'),
      level: 3,
      grade: 'LEVEL_3_A',
    },
    beds: [{ kind: 'MEDICAL', count: 300 }],
  };
  tell(
    'GENERAL_HOSPITAL',
    await open(cast, 'hospital', { applicant: health, department: health, body: large, ...approval }),
  );
  await startOperation(cast, 'hospital', health, today);
  await bind(cast, 'hospital', health, hospital, 'MED_INST');
}

export interface Integrated {
  readonly isIntegrated: { value: boolean; since: string | null; because: Because };
}

/** Two live qualifications make a home integrated; nobody enters it. */
export async function watchIntegration(cast: TourCast): Promise<void> {
  const { story, health } = cast;
  story.chapter('Integrated is computed from live qualifications');
  const { isIntegrated } = await story.until<Integrated>(
    () => health.get(`/v1/institutions/${idOf(cast, 'home')}`),
    (answer) => answer.body.isIntegrated?.value === true,
    'the integrated status',
  );
  story.note(`integrated since ${isIntegrated.since} ${byRule(isIntegrated.because)}`);
}

/** A public hospital of level 2 in Jiangxi with 80 beds. */
export async function openInJiangxi(cast: TourCast): Promise<void> {
  const { jiangxi, today } = cast;
  const body = {
    ...{
      kind: 'GENERAL_HOSPITAL',
      name: '示范县中医院',
      creditCode: newCreditCode('1', '2'),
      level: 2,
      grade: 'LEVEL_2_A',
    },
    ...{ division: JIANGXI, ownership: 'PUBLIC_RUN', beds: [{ kind: 'MEDICAL', count: 80 }] },
  };
  const decision = { licensedOn: today, practiceRegistrationNo: `PDY${Date.now()}` };
  await open(cast, 'hospital in Jiangxi', {
    applicant: jiangxi,
    department: jiangxi,
    body,
    decide: 'approve',
    decision,
  });
  await startOperation(cast, 'hospital in Jiangxi', jiangxi, today);
}
