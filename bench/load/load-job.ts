/** What a load generator sends. */
export interface LoadJob {
  readonly origin: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly paths: readonly string[];
  /** `random`: any path each time; `once`: each path one time, in order. */
  readonly order: 'random' | 'once';
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies?: readonly string[];
  /** Whether each request carries an `Idempotency-Key` of its own. */
  readonly keyed?: boolean;
}

export interface LoadRun extends LoadJob {
  readonly seconds: number;
  /** Closed loop: so many requests are always under way. */
  readonly concurrency: number;
  /** Open loop: a request is due every 1/rate seconds, whether or not the one before was answered. */
  readonly rate?: number;
}

export interface LoadOutcome {
  /** Answers with a 2xx status. */
  readonly acknowledged: number;
  /** Other answers by status, and requests without any answer as `error`. */
  readonly others: Readonly<Record<string, number>>;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** Milliseconds; in the open loop from the moment a request was due. */
  readonly p50: number;
  readonly p99: number;
}
