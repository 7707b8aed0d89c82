import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { playJourney } from '../../../tools/journey/play.ts';
import { SERVICES } from '../../../tools/stack/stack.ts';
import { BenchServices } from '../../platform/bench-services.ts';
import type { BenchPostgres } from '../../platform/bench-postgres.ts';
import { table } from '../../report/section.ts';
import type { Workload } from '../workload.ts';
import type { SentStatement } from './probe.ts';
import { RecordedStory } from './recorded-story.ts';
import { readStatements, statementRows } from './statement-counts.ts';

const HEAD = ['step', 'call', 'answer', 'calls', 'service', 'statements', 'of them work', 'round trips', 'gateway'];
const MARK = 'insert into idempotency_record';

/** SQL statements per request of every step of the journey. */
export const statements: Workload = async ({ postgres, folder, tell }) => {
  const notes = join(folder, 'statements');
  mkdirSync(notes, { recursive: true });
  const probe = pathToFileURL(join(import.meta.dirname, 'probe.ts')).href;
  const environment = { NODE_OPTIONS: `--import ${probe}`, BENCH_STATEMENTS: notes };
  const services = await BenchServices.start(
    { databaseUrl: postgres.url, folder, environment },
    ...SERVICES,
    'gateway',
  );
  const story = new RecordedStory();
  let stopped: string | undefined;
  try {
    const between = async (step: number) => void (story.current = step);
    await playJourney({ base: services.process('gateway').url, story, between });
  } catch (error) {
    stopped = `The journey stopped in step ${story.current}: ${error instanceof Error ? error.message : String(error)}`;
    tell(stopped);
  } finally {
    await services.stop();
  }
  const sent = readStatements(notes);
  await assertComplete(postgres, sent);
  return {
    title: 'SQL statements per request of the journey',
    ...(stopped !== undefined && { incomplete: stopped }),
    lines: [
      'Counted in the services as they are sent, per request, because `pg_stat_statements` cannot tell a request’s statements from',
      'those of the relay and the consumers beside it; the number of stored answers agrees with it. *Work* leaves out BEGIN, COMMIT',
      'and the setting of the row-security context. A *round trip* is a statement that had to wait for an answer before it was sent.',
      'A range stands where calls of one route differ, such as the first and the second of its kind.',
      ...(stopped === undefined ? [] : ['', stopped]),
      ...table([HEAD, ...statementRows(story.calls, sent)]),
    ],
  };
};

/** PostgreSQL must have counted as many stored answers as the probes saw sent. */
async function assertComplete(postgres: BenchPostgres, sent: readonly SentStatement[]): Promise<void> {
  await sleep(500); // backends report their statements when they are idle
  const counted = await postgres.count(
    'postgres',
    'select coalesce(sum(calls), 0) as count from pg_stat_statements where query like $1',
    [`%${MARK}%values%`],
  );
  const seen = sent.filter(({ sql }) => sql.includes(MARK)).length;
  if (seen !== counted) throw new Error(`the probes saw ${seen} stored answers, PostgreSQL counted ${counted}`);
}
