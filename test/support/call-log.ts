import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAnswer, Repeat, SentCall } from '../../tools/stack/api.ts';

/** What one attempt came to, as its caller can know it. */
export interface LoggedAttempt extends SentCall {
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
  /** Of the answer; 0 when the connection gave none. */
  readonly status: number;
  readonly code: string;
  readonly location: string | null;
  readonly retryAfter: string | null;
}

/** Refusals that say "not now" and not "no": the same call is in flight, or a local copy has not heard of it yet. */
const NOT_YET = new Set(['CALL_IN_FLIGHT', 'UNKNOWN_REFERENCE']);
const PAUSE_MS = 100;
const PATIENCE_MS = 60_000;

/**
 * The oracle's client: writes every attempt and its outcome to its own file, fsynced before it goes on, and sends a call
 * whose outcome it does not know again with the same Idempotency-Key.
 */
export class CallLog {
  private readonly folder = mkdtempSync(join(tmpdir(), 'yiyang-calls-'));
  private readonly file = openSync(join(this.folder, 'calls.jsonl'), 'a');
  private readonly since = new Map<string, number>();

  /** For the `repeat` of the journey's clients. */
  readonly repeat: Repeat = async (call, answer) => {
    const attempt = attemptOf(call, answer);
    writeSync(this.file, `${JSON.stringify(attempt)}\n`);
    fsyncSync(this.file);
    if (attempt.outcome !== 'unknown' && !NOT_YET.has(attempt.code)) return false;
    const name = call.key ?? `${call.client} ${call.path}`;
    if (call.attempt === 1) this.since.set(name, Date.now());
    if (Date.now() - (this.since.get(name) ?? 0) > PATIENCE_MS) return false;
    await sleep(PAUSE_MS);
    return true;
  };

  attempts(): LoggedAttempt[] {
    const lines = readFileSync(join(this.folder, 'calls.jsonl'), 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LoggedAttempt);
  }

  /** Writes with a key, by key, with all their attempts in order. */
  writes(): Map<string, LoggedAttempt[]> {
    return Map.groupBy(
      this.attempts().filter((attempt) => attempt.key !== undefined),
      (attempt) => attempt.key as string,
    );
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function attemptOf(call: SentCall, answer: ApiAnswer | undefined): LoggedAttempt {
  if (answer === undefined)
    return { ...call, outcome: 'unknown', status: 0, code: '', location: null, retryAfter: null };
  const { status, body, location, headers } = answer;
  return {
    ...call,
    outcome: status < 400 ? 'acknowledged' : status < 500 ? 'refused' : 'unknown',
    status,
    code: status < 400 ? '' : String(body['code']),
    location,
    retryAfter: headers.get('retry-after'),
  };
}
