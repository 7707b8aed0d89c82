import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../measure/percentile.ts';
import type { LoadGenerator } from '../../load/load-generator.ts';
import type { BenchPostgres } from '../../platform/bench-postgres.ts';
import type { BenchServices } from '../../platform/bench-services.ts';
import { callerHeaders, REGISTRY_DATABASE } from '../registry.ts';

const GATEWAY_DATABASE = 'yiyang_gateway';
const LONGEST_MS = 30_000;

// All times are PostgreSQL's own, taken when a transaction commits. An outbox row is last written when it is marked as sent.
const commitTime = (table: string) => `(extract(epoch from pg_xact_commit_timestamp(${table}.xmin)) * 1000)::float8`;
const SAID = `
  select b.client_id, ${commitTime('b')} as committed, ${commitTime('o')} as sent
  from client_binding b join outbox o on o.topic = 'yiyang.institution.v1' and o.aggregate_id = b.institution_id::text
  where starts_with(b.client_id, $1)`;
const DONE = `select b.client_id, ${commitTime('b')} as committed from client_binding b where starts_with(b.client_id, $1)`;

interface Times {
  readonly client_id: string;
  readonly committed: number;
}

export interface EffectTimes {
  readonly events: number;
  /** Milliseconds from the command's commit to the commit of its effect in another service. */
  readonly p50: number;
  readonly p99: number;
  /** The part until the event was marked as sent, p50. */
  readonly sent: number;
}

/** Binds clients at the registry and watches the gateway's copy of the bindings. */
export class EffectRuns {
  private readonly postgres: BenchPostgres;
  private readonly load: LoadGenerator;
  private readonly services: BenchServices;
  private readonly institutions: string[];
  private runs = 0;

  /** Each institution is bound once: every command is the first of its aggregate and meets the same version. */
  constructor(of: { postgres: BenchPostgres; load: LoadGenerator; services: BenchServices; institutions: string[] }) {
    this.postgres = of.postgres;
    this.load = of.load;
    this.services = of.services;
    this.institutions = of.institutions;
  }

  async run(rate: number, seconds: number): Promise<EffectTimes> {
    const prefix = `bench-${this.services.pid('institution-registry')}-${++this.runs}-`;
    const paths = this.institutions
      .splice(0, rate * seconds)
      .map((id, i) => `/v1/institutions/${id}/clients/${prefix}${i}`);
    const registry = this.services.process('institution-registry');
    const headers = {
      ...callerHeaders('CIVIL_AFFAIRS', this.services.secrets.INTERNAL_TOKEN_SECRET),
      'content-type': 'application/json',
      'if-match': '"1"',
    };
    const before = await this.inboxRows();
    const job = { origin: registry.url, method: 'PUT', paths, order: 'once', headers, keyed: true } as const;
    const bodies = ['{"role":"CARE_INST"}'];
    const { acknowledged, others } = await this.load.run({ ...job, bodies, seconds, rate, concurrency: 16 });
    if (acknowledged !== paths.length)
      throw new Error(`${paths.length} commands sent, ${acknowledged} acknowledged, others ${JSON.stringify(others)}`);
    await this.arrived(prefix, acknowledged);
    await this.check(acknowledged, before);
    return this.times(prefix);
  }

  private async times(prefix: string): Promise<EffectTimes> {
    const said = await this.postgres.query<Times & { sent: number }>(REGISTRY_DATABASE, SAID, [prefix]);
    const done = await this.postgres.query<Times>(GATEWAY_DATABASE, DONE, [prefix]);
    const commits = new Map(said.map((row) => [row.client_id, row.committed]));
    const times = done.map((row) => row.committed - (commits.get(row.client_id) ?? Number.NaN));
    if (times.length !== said.length || times.some((time) => !(time > 0)))
      throw new Error(`${said.length} commands and ${times.length} effects do not fit together`);
    const sent = said.map((row) => row.sent - row.committed);
    return {
      events: times.length,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      sent: percentile(sent, 0.5),
    };
  }

  private async arrived(prefix: string, expected: number): Promise<void> {
    const sql = 'select count(*) from client_binding where starts_with(client_id, $1)';
    for (const until = Date.now() + LONGEST_MS; Date.now() < until; await sleep(50))
      if ((await this.postgres.count(GATEWAY_DATABASE, sql, [prefix])) >= expected) return;
    throw new Error(`not all of ${expected} effects arrived within ${LONGEST_MS / 1000} s`);
  }

  /** Every event was taken once, and nothing was parked or became a dead letter. */
  private async check(acknowledged: number, before: number): Promise<void> {
    const taken = (await this.inboxRows()) - before;
    if (taken !== acknowledged) throw new Error(`${acknowledged} events, ${taken} taken by the gateway’s copy`);
    const held = await this.postgres.count(GATEWAY_DATABASE, 'select count(*) from held_event');
    if (held > 0) throw new Error(`${held} events are parked or dead letters`);
  }

  private inboxRows(): Promise<number> {
    return this.postgres.count(GATEWAY_DATABASE, `select count(*) from inbox where consumer = 'client-copy'`);
  }
}
