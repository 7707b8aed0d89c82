import type { ApiAnswer } from '../stack/api.ts';
import { idOf, REGION, type Cast } from './cast.ts';

type Indicators = Record<string, { value: number | null; numerator: number; parts?: Record<string, number | null> }>;

/** Figures of the quarter in which the business clock stands. */
async function indicators(cast: Cast): Promise<Indicators> {
  const [year, month] = cast.today.split('-').map(Number) as [number, number];
  const path = `/v1/indicators?region=${REGION}&period=${year}-Q${Math.ceil(month / 3)}`;
  const seen = cast.story.expect(
    await cast.health.get<{ indicators: ({ code: string } & Indicators[string])[] }>(path),
    200,
  );
  return Object.fromEntries(seen.indicators.map((indicator) => [indicator.code, indicator]));
}

/** What the story itself adds; other stories of the platform may add more. */
const AT_LEAST = { I01: 1, I03: 1 };
/** I19 counts by the quarter of each referral, and the story may have begun in the one before. */
const SHOWN = ['I01', 'I03', 'I19'];

/**
 * Step 9: what monitoring computes from the events of the story. Not how much the figures grew: the story moves the clock,
 * and what other stories left may have lapsed by then.
 */
export async function monitor(cast: Cast): Promise<void> {
  const { story } = cast;
  story.chapter('Monitoring: the figures after the story');
  for (let tries = 0; ; tries++) {
    const now = await indicators(cast);
    const lacking = Object.entries(AT_LEAST).filter(([code, least]) => (now[code]?.numerator ?? 0) < least);
    if (lacking.length === 0) {
      for (const code of SHOWN)
        story.note(`${code} ${JSON.stringify({ value: now[code]?.value, ...now[code]?.parts })}`);
      return;
    }
    if (tries > 50) throw new Error(`figures lack the story: ${JSON.stringify(Object.fromEntries(lacking))}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

interface OutwardEvent {
  id: string;
  type: string;
  source: string;
  subject: string;
  sequence: number;
  data: Record<string, unknown>;
}

/** Step 10: an integrator replays everything; the elder sees who looked. */
export async function replay(cast: Cast): Promise<OutwardEvent[]> {
  const { story, integrator } = cast;
  story.chapter('The public record of events, and the elder’s own log of who looked');
  const ours = new Set(Object.values(cast.ids));
  const wanted = [
    'referral.completed',
    'claim.adjudicated',
    'institution.integrated-status-changed',
    'agreement.signed',
    'designation.activated',
  ];
  let events: OutwardEvent[] = [];
  await story.until(
    async () => {
      const all = await readAll(cast);
      events = all.filter(
        (event) =>
          ours.has(event.subject) ||
          Object.values(event.data).some((value) => typeof value === 'string' && ours.has(value)),
      );
      return { status: 200, body: {} } as ApiAnswer;
    },
    () => wanted.every((fact) => events.some((event) => event.type.includes(fact))),
    'the story in the outward log',
  );
  const last = new Map<string, number>();
  for (const { source, subject, type, sequence } of events) {
    const stream = `${source} ${subject} ${type.split('.')[1]}`;
    if (sequence <= (last.get(stream) ?? 0)) throw new Error(`out of order: ${stream}`);
    last.set(stream, sequence);
  }
  const text = JSON.stringify(events);
  for (const secret of [cast.person.idNumber, cast.person.name, cast.person.phone, '肺炎'])
    story.same(text.includes(secret), false, 'personal data in events');
  const types = Map.groupBy(events, (event) => event.type);
  story.note(`${events.length} events of ${types.size} types, in order per aggregate, without personal data`);
  await accessLog(cast, integrator.clientId);
  return events;
}

async function readAll(cast: Cast): Promise<OutwardEvent[]> {
  const events: OutwardEvent[] = [];
  for (let after = ''; ;) {
    const page: ApiAnswer<{ items: OutwardEvent[]; nextCursor: string | null }> = await cast.integrator.get(
      `/v1/events?limit=200${after}`,
    );
    const { items, nextCursor } = cast.story.expect(page, 200);
    events.push(...items);
    if (!nextCursor || items.length === 0) return events;
    after = `&after=${encodeURIComponent(nextCursor)}`;
  }
}

async function accessLog(cast: Cast, _integrator: string): Promise<void> {
  const { story, elder } = cast;
  const path = `/v1/elders/${idOf(cast, 'elder')}/access-log?limit=200`;
  type Look = { role: string; purpose: string; action: string; outcome: string };
  const log = await story.until<{ items: Look[] }>(
    () => elder.get(path),
    (answer) =>
      answer.status === 200 &&
      ['MED_INST', 'CARE_INST', 'CIVIL_AFFAIRS', 'INSURANCE'].every((role) =>
        answer.body.items.some((look) => look.role === role),
      ),
    'the looks in the elder’s log',
  );
  const byRole = Map.groupBy(log.items, (look) => `${look.role} for ${look.purpose}`);
  for (const [who, looks] of byRole)
    story.note(`${who}: ${looks.length} looks, ${looks.filter((look) => look.outcome === 'REFUSED').length} refused`);
}
