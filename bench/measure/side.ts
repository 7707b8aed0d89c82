import type { LoadJob } from '../load/load-job.ts';

/** One of the things that are compared: a server under the same load as the others. */
export interface Side {
  readonly name: string;
  readonly job: LoadJob;
  /** Processes whose CPU time is reported, by the name they are reported under. */
  readonly processes: Readonly<Record<string, number>>;
  /** Databases whose statements are counted. */
  readonly databases: readonly string[];
  /** Each of these figures must grow by exactly the number of acknowledged requests, or the run has no result. */
  readonly counters: Readonly<Record<string, () => Promise<number>>>;
  /** Resolves when nothing is left to be done in the background. */
  readonly settled: () => Promise<void>;
}

/** Name under which the CPU of the load generator stands. */
export const LOAD_GENERATOR = 'load generator';

/** What one run of one side showed. */
export interface SideRun {
  readonly acknowledged: number;
  /** Acknowledged requests per second. */
  readonly rate: number;
  /** Milliseconds, closed loop. */
  readonly p50: number;
  /** Microseconds of CPU per request, by process. */
  readonly cpu: Readonly<Record<string, number>>;
  /** Statements per request that PostgreSQL counted in the side's databases, background work included. */
  readonly statements: number;
  /** Bytes of write-ahead log per request. */
  readonly walBytes: number;
  /** How long the background work went on after the last answer, in milliseconds. */
  readonly settleMilliseconds: number;
}
