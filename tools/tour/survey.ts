import { idOf } from '../journey/cast.ts';
import type { TourCast } from './tour-cast.ts';

const HEADER = '机构名称,机构类别,行政区划,统一社会信用代码,运营状态,管理模式';
const ROWS = 2000;

interface Progress {
  readonly id: string;
  readonly status: string;
  readonly rowsDone: number;
  readonly rowsStored: number;
  readonly rowsRejected: number;
}

/** 2,000 village clinics, of which three lines are wrong and two have not answered. */
function surveyFile(run: string): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: ROWS }, (_, i) => `示范村卫生室${run}-${i},村卫生室,421202,,运营中,社会办`);
  rows[10] = '=cmd|calc,村卫生室,421202,,运营中,社会办';
  rows[500] = `示范村卫生室${run}-x,水疗馆,421202,,运营中,社会办`;
  rows[900] = rows[899] as string;
  rows[100] = rows[100]?.replace('运营中', '') as string;
  rows[200] = rows[200]?.replace('社会办', '') as string;
  return Uint8Array.from(Buffer.from([HEADER, ...rows].join('\n')));
}

/** A survey is imported in the background; what is wrong is told by line and column, the rest is there. */
export async function importSurvey(cast: TourCast): Promise<void> {
  const { story, health } = cast;
  story.chapter('A survey of institutions down to village clinics, imported from a spreadsheet');
  const short = { bytes: Uint8Array.from(Buffer.from('机构名称,机构类别,行政区划\n')), type: 'text/csv' };
  story.refused(
    await health.post('/v1/survey-imports', undefined, { file: short }),
    400,
    'MALFORMED_REQUEST',
    'REG-52',
  );
  const file = { bytes: surveyFile(idOf(cast, 'home').slice(-8)), type: 'text/csv' };
  const received = story.expect(await health.post<Progress>('/v1/survey-imports', undefined, { file }), 201);
  const path = `/v1/survey-imports/${received.id}`;
  const done = await story.until<Progress>(
    () => health.get(path),
    ({ body }) => body.status === 'DONE',
    'the end of the import',
  );
  story.same([done.rowsStored, done.rowsRejected], [ROWS - 3, 3], 'rows stored and rejected');
  type Row = { line: number; faults: { field: string; rule: string }[] };
  const rejected = story.expect(await health.get<{ items: Row[] }>(`${path}/rows?result=REJECTED`), 200);
  for (const { line, faults } of rejected.items)
    story.note(`line ${line}: ${faults.map(({ field, rule }) => `${field} must be ${rule}`).join('; ')}`);
  type Completeness = { expected: number; answered: number; percent: number };
  const { expected, answered, percent } = story.expect(
    await health.get<Completeness>('/v1/survey-completeness?division=421202'),
    200,
  );
  story.note(`${answered} of ${expected} institutions of 421202 have answered: ${percent} %, by REG-52`);
  const missing = story.expect(
    await health.get<{ items: { name: string }[] }>('/v1/survey-entries?division=421202&answered=false&limit=3'),
    200,
  );
  story.note(`not yet: ${missing.items.map(({ name }) => name).join(', ')} …`);
}

/** A complaint, its reply, and what of it is public. */
export async function complain(cast: TourCast): Promise<void> {
  const { story, civilAffairs, home, anybody } = cast;
  story.chapter('A complaint and its reply; only how many were replied to is public');
  const institutionId = idOf(cast, 'home');
  const complaint = { institutionId, topic: 'SERVICE', text: '家属反映夜间呼叫无人应答' };
  const { id } = story.expect(await civilAffairs.post<{ id: string }>('/v1/complaints', complaint), 201);
  const path = `/v1/complaints/${id}`;
  // A complaint may name people, so what it is read and answered for is named too.
  const headers = { 'x-purpose': 'ADMINISTRATION' };
  const seen = await home.get(path, headers);
  const reply = { text: '已增加夜间值班人员' };
  story.expect(await home.post(`${path}/reply`, reply, { headers, ifMatch: seen.etag }), 200);
  story.expect(await anybody.get(path), 401);
  type Figures = { received: number; replied: number; repliedPercent: number };
  const figures = story.expect(await anybody.get<Figures>(`/v1/complaint-figures?institutionId=${institutionId}`), 200);
  story.note(`${figures.replied} of ${figures.received} replied to: ${figures.repliedPercent} %, by REG-46`);
}
