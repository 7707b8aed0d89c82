// The load generator, a process of its own: takes runs from its parent, one at a time, and answers with their outcome.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type Dispatcher } from 'undici';
import { percentile } from '../measure/percentile.ts';
import type { LoadOutcome, LoadRun } from './load-job.ts';

/** Sends one request; resolves with its status, 0 when there was no answer. */
function send(pool: Pool, run: LoadRun, path: string): Promise<number> {
  const body = run.bodies?.[Math.floor(Math.random() * run.bodies.length)];
  const headers = run.keyed ? { ...run.headers, 'idempotency-key': randomUUID() } : run.headers;
  const request: Dispatcher.DispatchOptions = {
    method: run.method,
    path,
    headers,
    ...(body !== undefined && { body }),
  };
  return new Promise((resolve) => {
    let status = 0;
    pool.dispatch(request, {
      onRequestStart: () => undefined,
      onResponseStart: (_, statusCode) => void (status = statusCode),
      onResponseData: () => undefined,
      onResponseEnd: () => resolve(status),
      onResponseError: () => resolve(0),
    });
  });
}

class Tally {
  private readonly times: number[] = [];
  private readonly others: Record<string, number> = {};
  private readonly started = performance.now();
  private ended = this.started;

  /** Counts one answer; `since` is when its request was sent, or due. */
  count(status: number, since: number): void {
    this.ended = performance.now();
    this.times.push(this.ended - since);
    if (status >= 200 && status < 300) return;
    const name = status === 0 ? 'error' : String(status);
    this.others[name] = (this.others[name] ?? 0) + 1;
  }

  outcome(): LoadOutcome {
    const { times, others } = this;
    const failed = Object.values(others).reduce((sum, count) => sum + count, 0);
    const seconds = (this.ended - this.started) / 1000;
    return {
      acknowledged: times.length - failed,
      others,
      seconds,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
    };
  }
}

async function closedLoop(pool: Pool, run: LoadRun): Promise<LoadOutcome> {
  const next = pathsOf(run);
  const until = performance.now() + run.seconds * 1000;
  const tally = new Tally();
  const worker = async () => {
    for (let now = performance.now(); now < until; now = performance.now()) {
      const path = next();
      if (path === undefined) return;
      tally.count(await send(pool, run, path), now);
    }
  };
  await Promise.all(Array.from({ length: run.concurrency }, worker));
  return tally.outcome();
}

async function openLoop(pool: Pool, run: LoadRun, rate: number): Promise<LoadOutcome> {
  const next = pathsOf(run);
  const started = performance.now();
  const tally = new Tally();
  const sent: Promise<void>[] = [];
  for (let i = 0; i < rate * run.seconds; i++) {
    const due = started + (i * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    const path = next();
    if (path === undefined) break;
    sent.push(send(pool, run, path).then((status) => tally.count(status, due)));
  }
  await Promise.all(sent);
  return tally.outcome();
}

function pathsOf({ paths, order }: LoadRun): () => string | undefined {
  if (order === 'random') return () => paths[Math.floor(Math.random() * paths.length)];
  let i = 0;
  return () => paths[i++];
}

async function take(run: LoadRun): Promise<void> {
  const pool = new Pool(run.origin, { connections: run.concurrency, pipelining: 1 });
  const outcome = await (run.rate === undefined ? closedLoop(pool, run) : openLoop(pool, run, run.rate));
  await pool.close();
  process.send?.(outcome);
}

process.on('message', (run) => void take(run as LoadRun));
process.once('disconnect', () => process.exit(0));
