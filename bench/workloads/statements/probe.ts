// Loaded into our services before anything else (`--import`): notes every statement that a pg client sends, with the
// request on whose behalf it is sent and whether it waits for an earlier one. Counts only; no timed run is made with it.
import { openSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { currentContext } from '@yiyang/observability';

/** One statement as it was sent. */
export interface SentStatement {
  readonly service: string;
  readonly requestId?: string;
  readonly sql: string;
  /** False when it travelled behind another one on the same connection without waiting for its answer. */
  readonly waited: boolean;
}

const service = basename(dirname(dirname(process.argv[1] ?? '')));
const file = openSync(join(process.env['BENCH_STATEMENTS'] ?? '', `${service}-${process.pid}.jsonl`), 'a');
const inFlight = new WeakMap<pg.Client, number>();

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
const prototype = pg.Client.prototype as unknown as { query: Query };
const query = prototype.query;

prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
  const [config] = args;
  const sql = typeof config === 'string' ? config : String((config as { text?: unknown }).text);
  const before = inFlight.get(this) ?? 0;
  const requestId = currentContext()?.requestId;
  const sent: SentStatement = { service, sql, waited: before === 0, ...(requestId !== undefined && { requestId }) };
  writeSync(file, `${JSON.stringify(sent)}\n`);
  const result = query.apply(this, args);
  if (result instanceof Promise) {
    inFlight.set(this, before + 1);
    const ended = () => void inFlight.set(this, (inFlight.get(this) ?? 1) - 1);
    result.then(ended, ended);
  }
  return result;
};
