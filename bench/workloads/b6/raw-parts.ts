import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { percentile } from '../../measure/percentile.ts';
import type { BenchPostgres } from '../../platform/bench-postgres.ts';
import type { Carrier } from './carrier.ts';

/** As long as our envelopes. */
const PAYLOAD = 'x'.repeat(400);

/** What the way of one event is made of at least, in milliseconds. */
export interface PartTimes {
  readonly commit: { readonly p50: number; readonly p99: number };
  readonly carry: { readonly p50: number; readonly p99: number };
  /** Commit, carry, commit. */
  readonly sum: { readonly p50: number; readonly p99: number };
}

/** Single durable inserts and single messages by the rawest means, at the rate of the product's run. */
export class RawParts {
  private readonly client: pg.Client;
  private readonly carrier: Carrier;
  private sent = 0;

  private constructor(client: pg.Client, carrier: Carrier) {
    this.client = client;
    this.carrier = carrier;
  }

  static async open(postgres: BenchPostgres, database: string, carrier: Carrier): Promise<RawParts> {
    await postgres.query(
      database,
      'create table if not exists committed (id bigint generated always as identity primary key, payload text)',
    );
    const client = new pg.Client({ connectionString: postgres.urlOf(database) });
    await client.connect();
    return new RawParts(client, carrier);
  }

  async measure(rate: number, seconds: number): Promise<PartTimes> {
    const commits: number[] = [];
    const carries: number[] = [];
    const started = performance.now();
    for (let i = 0; i < rate * seconds; i++) {
      const wait = started + (i * 1000) / rate - performance.now();
      if (wait > 0) await sleep(wait);
      commits.push(await this.commit());
      carries.push(await this.carrier.carry(`${++this.sent} ${PAYLOAD}`));
    }
    const of = (times: readonly number[]) => ({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) });
    const [commit, carry] = [of(commits), of(carries)];
    const sum = { p50: 2 * commit.p50 + carry.p50, p99: 2 * commit.p99 + carry.p99 };
    return { commit, carry, sum };
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async commit(): Promise<number> {
    const started = performance.now();
    await this.client.query({ name: 'commit', text: 'insert into committed (payload) values ($1)', values: [PAYLOAD] });
    return performance.now() - started;
  }
}
