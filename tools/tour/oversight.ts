import { addDays } from '@yiyang/standards';
import { idOf, moveTo } from '../journey/cast.ts';
import type { Integrated } from './opening.ts';
import { byRule, type TourCast } from './tour-cast.ts';

interface Finding {
  readonly ruleId: string;
  readonly code: string;
  readonly status: string;
  readonly severity: string;
  readonly source: string;
  readonly clause: string;
}

interface Page<Item> {
  readonly items: Item[];
}

const findingsOf = (cast: TourCast, query = '') => `/v1/institutions/${idOf(cast, 'home')}/findings?limit=100${query}`;

/** Findings come by themselves and end by themselves. */
export async function watchFindings(cast: TourCast): Promise<void> {
  const { story, home, today } = cast;
  story.chapter('Findings come and end by themselves');
  const open = await story.until<Page<Finding>>(
    () => home.get(findingsOf(cast)),
    ({ body }) => body.items?.some(({ ruleId }) => ruleId === 'REG-37'),
    'the findings',
  );
  for (const { ruleId, code, severity, source, clause } of open.items)
    story.note(`${severity} ${code} ${byRule({ rule: ruleId, source, clause })}`);
  const value = { responsibleStaffCode: 'S-1', managerStaffCode: 'S-2' };
  const fact = { type: 'FIRE_RESPONSIBILITY', value, validFrom: today };
  story.expect(await home.post(`/v1/institutions/${idOf(cast, 'home')}/facts`, fact), 201);
  await story.until<Page<Finding>>(
    () => home.get(findingsOf(cast, '&rule=REG-37')),
    ({ body }) => body.items?.every(({ status }) => status === 'RESOLVED'),
    'the end of the finding',
  );
  story.note('REG-37 has its fact and is resolved');
}

/** An agreement with its four parts, signed by both, which ends in 31 days. */
export async function agree(cast: TourCast): Promise<void> {
  const { story, home, hospital, today } = cast;
  story.chapter('An agreement with four parts and an item list');
  const proposal = {
    careInstitutionId: idOf(cast, 'home'),
    medicalInstitutionId: idOf(cast, 'hospital'),
    types: ['REFERRAL', 'GREEN_CHANNEL'],
    ...{ content: '双向转诊、急救绿色通道', way: '签约合作', cost: '按项目收费', duties: '双方各负其责' },
    items: ['ROUNDS', 'EMERGENCY'],
    mechanisms: ['HEALTH_GUIDANCE', 'EMERGENCY', 'APPOINTMENT', 'ROUNDS', 'PROFESSIONAL_GUIDANCE'],
    ...{ validFrom: today, validTo: addDays(today, 31) },
  };
  story.refused(await home.post('/v1/agreements', { ...proposal, items: [] }), 422, 'SERVICE_ITEMS_MISSING', 'CON-02');
  const { id } = story.expect(await home.post<{ id: string }>('/v1/agreements', proposal), 201);
  cast.ids['agreement'] = id;
  story.expect(await home.act(`/v1/agreements/${id}`, 'sign'), 200);
  const { status } = story.expect(await hospital.act<{ status: string }>(`/v1/agreements/${id}`, 'sign'), 200);
  story.note(`${status} until ${proposal.validTo}`);
}

interface Deadline {
  readonly kind: string;
  readonly subjectId: string;
  readonly state: string;
  readonly dueAt: string;
  readonly rule: string;
  readonly clause: string | null;
}

/** Two days later: a filing has ended, an agreement warns; nobody wrote anything. */
export async function letTimePass(cast: TourCast): Promise<void> {
  const { story, civilAffairs, home, today } = cast;
  story.chapter('Two days pass: what ends and what warns by itself');
  const before = today;
  await moveTo(cast, addDays(before, 2));
  const path = `/v1/institutions/${idOf(cast, 'home')}`;
  const units = '/v1/institutions/' + idOf(cast, 'infirmary');
  const unit = story.expect(await civilAffairs.get<{ qualifications: { state: string }[] }>(units), 200);
  story.note(`the filing of the infirmary is ${unit.qualifications[0]?.state}`);
  const now = story.expect(await civilAffairs.get<Integrated>(path), 200);
  story.note(
    `the home is ${now.isIntegrated.value ? 'still' : 'no longer'} integrated ${byRule(now.isIntegrated.because)}`,
  );
  await story.until<Page<Finding>>(
    () => home.get(findingsOf(cast, '&rule=CON-04')),
    ({ body }) => body.items?.some(({ code }) => code === 'AGREEMENT_ENDS_SOON'),
    'the warning of the agreement',
  );
  story.note('AGREEMENT_ENDS_SOON by CON-04: it ends within 30 days');
  const due = story.expect(
    await civilAffairs.get<Page<Deadline>>(`/v1/deadlines?division=421202&dueBefore=${addDays(before, 40)}&limit=200`),
    200,
  );
  const ours = new Set(Object.values(cast.ids));
  for (const { kind, state, dueAt, rule, clause } of due.items.filter(({ subjectId }) => ours.has(subjectId)))
    story.note(`${kind} is ${state}, due ${dueAt.slice(0, 10)} ${byRule({ rule, ...(clause && { clause }) })}`);
}

interface PastInstitution extends Integrated {
  readonly beds: { kind: string; operating: number }[];
}

/** The home as it was, and every change of it. */
export async function lookBack(cast: TourCast): Promise<void> {
  const { story, health, today } = cast;
  story.chapter('Any institution as it was on any day');
  const path = `/v1/institutions/${idOf(cast, 'home')}`;
  for (const on of [addDays(today, -2), today]) {
    const was = story.expect(await health.get<PastInstitution>(`${path}?on=${on}`), 200);
    const beds = was.beds.map(({ kind, operating }) => `${operating} ${kind}`).join(', ');
    story.note(`on ${on}: integrated ${was.isIntegrated.value}, beds in operation ${beds}`);
  }
  type Change = { aspect: string; effectiveOn: string; action: string };
  const history = story.expect(await health.get<Page<Change>>(`${path}/history?limit=100`), 200);
  const byAspect = Map.groupBy(history.items, ({ aspect }) => aspect);
  for (const [aspect, changes] of byAspect) story.note(`${aspect}: ${changes.map(({ action }) => action).join(', ')}`);
}
