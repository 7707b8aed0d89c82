import { Pool } from 'undici';
import { refusal } from '@yiyang/decisions';
import { callUpstream, wasNeverSent, type UpstreamAnswer, type UpstreamRequest } from './upstream-call.js';

export interface ReplicaSetOptions {
  readonly connections?: number;
  /** Longest wait for an answer's headers, and for each part of its body. */
  readonly answerMilliseconds?: number;
  /** How long a replica that refused a connection is passed over while others are there. */
  readonly restMilliseconds?: number;
}

interface Replica {
  readonly origin: string;
  readonly pool: Pool;
  restsUntil: number;
}

const CONNECT_MILLISECONDS = 1000;
/** Shorter than the services keep an idle connection, so that we never send on one that is about to close. */
const IDLE_MILLISECONDS = 4000;

/** The replicas of one service: asked in turn, and the next one is asked when a request did not get anywhere. */
export class ReplicaSet {
  private readonly replicas: Replica[];
  private readonly restMilliseconds: number;
  private turn = 0;

  constructor(
    readonly service: string,
    origins: readonly string[],
    options: ReplicaSetOptions = {},
  ) {
    this.restMilliseconds = options.restMilliseconds ?? 1000;
    const answerMilliseconds = options.answerMilliseconds ?? 30_000;
    this.replicas = origins.map((origin) => ({
      origin,
      restsUntil: 0,
      pool: new Pool(origin, {
        connections: options.connections ?? 128,
        pipelining: 1,
        connect: { timeout: CONNECT_MILLISECONDS },
        headersTimeout: answerMilliseconds,
        bodyTimeout: answerMilliseconds,
        keepAliveTimeout: IDLE_MILLISECONDS,
      }),
    }));
  }

  /**
   * The answer of one replica. A request that may have reached a service is never sent again: the caller repeats it with
   * its own `Idempotency-Key`. Refuses with `UNAVAILABLE` when no replica answers.
   */
  async call(request: UpstreamRequest): Promise<UpstreamAnswer> {
    for (const replica of this.inTurn()) {
      try {
        const answer = await callUpstream(replica.pool, request);
        if (!isClosing(answer)) {
          replica.restsUntil = 0;
          return answer;
        }
      } catch (error) {
        if (!wasNeverSent(error)) break;
      }
      replica.restsUntil = performance.now() + this.restMilliseconds;
    }
    throw refusal('UNAVAILABLE', { inputs: { service: this.service } });
  }

  /** Whether some replica says that it is ready. */
  async isReady(): Promise<boolean> {
    const request = { method: 'GET', path: '/health/ready', headers: {} };
    const answers = this.replicas.map(async ({ pool }) => (await callUpstream(pool, request)).status === 200);
    const settled = await Promise.allSettled(answers);
    return settled.some((outcome) => outcome.status === 'fulfilled' && outcome.value);
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.pool.close()));
  }

  /** Everyone once, beginning with another one each time; those that rest come last. */
  private inTurn(): readonly Replica[] {
    const { replicas } = this;
    const now = performance.now();
    if (replicas.length === 1) return replicas;
    const first = this.turn++ % replicas.length;
    const turned = [...replicas.slice(first), ...replicas.slice(0, first)];
    return [
      ...turned.filter((replica) => replica.restsUntil <= now),
      ...turned.filter((replica) => replica.restsUntil > now),
    ];
  }
}

/**
 * Whether a server that drains has turned the request away before looking at it: a 503 that is no problem document, since
 * our services answer every request that they have looked at with one.
 */
function isClosing({ status, headers }: UpstreamAnswer): boolean {
  return status === 503 && !String(headers['content-type']).startsWith('application/problem+json');
}
