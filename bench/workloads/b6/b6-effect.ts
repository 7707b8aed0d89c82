import { join } from 'node:path';
import { kafkaAvailable, startKafka } from '@yiyang/local-servers';
import { newSecrets, type Secrets } from '../../../tools/stack/secrets.ts';
import { compare } from '../../measure/compare.ts';
import { median } from '../../measure/percentile.ts';
import { BenchServices } from '../../platform/bench-services.ts';
import { ratioCells } from '../../report/ratio-cells.ts';
import { table } from '../../report/section.ts';
import { seedInstitutions } from '../registry.ts';
import type { Bench, Workload } from '../workload.ts';
import type { Carrier } from './carrier.ts';
import { EffectRuns, type EffectTimes } from './effect-runs.ts';
import { kafkaCarrier } from './kafka-carrier.ts';
import { postgresCarrier } from './postgres-carrier.ts';
import { RawParts, type PartTimes } from './raw-parts.ts';

/** Commands per second: what a county may see, and what keeps two cores with a client, four services, database and broker busy. */
const RATES = [50, 100];
const DATABASE = 'bench_parts';
const GOAL = { atMost: 3 };
/** 500 events are enough for a p99 of one run. */
const MOST_SECONDS = 5;
/** A cold broker and cold consumers need several times the CPU per event. */
const WARM_UP = 4;

interface Round {
  readonly parts: PartTimes;
  readonly effect: EffectTimes;
}

interface Measured {
  readonly driver: string;
  readonly rounds: readonly Round[];
}

/** B6: from the commit of a command to the commit of its effect in another service, on both event drivers. */
export const b6Effect: Workload = async (bench) => {
  const { postgres } = bench;
  const secrets = newSecrets();
  await postgres.query('postgres', `create database ${DATABASE}`);
  const measured = await measureDriver(bench, secrets, await postgresCarrier(postgres, DATABASE));
  const kafka = kafkaAvailable();
  if (kafka.ok) measured.push(...(await withKafka(bench, secrets)));
  const head = ['driver', 'p50 ms', 'p99 ms', 'of it until sent', 'commit p50', 'carry p50', 'sum p50', 'sum p99'];
  const ratios = ['p50 to the sum’s p50', 'median ratio', 'worst pair', 'pairs', 'goal', ''];
  return {
    title: 'B6 Commit to effect',
    lines: [
      `Clients are bound at the registry’s port, ${RATES.join(' and ')} commands per second on a fixed timetable; measured is the time from the`,
      'commit of the command to the commit of the row in the gateway’s copy, by PostgreSQL’s own commit times. Registry, gateway,',
      'referral and monitoring run and have five consumers on the topic. Its parts, by the rawest means in the same minute: a single-row',
      'insert on its own connection, twice, and one message from sender to reader (append + notify + read; kafkajs with acks=all).',
      ...table([head, ...measured.map(figures)]),
      ...table([ratios, ...measured.map(ratioOf)]),
      ...(kafka.ok ? [] : [`Kafka was not run: ${kafka.reason}`, '']),
      'Checked after each run: every command acknowledged, one effect per command, one inbox row per event, nothing parked, no dead letter.',
    ],
  };
};

async function withKafka(bench: Bench, secrets: Secrets): Promise<Measured[]> {
  const kafka = await startKafka({ dataDir: join(bench.folder, 'kafka'), fresh: true });
  try {
    return await measureDriver(bench, secrets, await kafkaCarrier(kafka.brokers), kafka.brokers);
  } finally {
    await kafka.stop();
  }
}

async function measureDriver(bench: Bench, secrets: Secrets, carrier: Carrier, brokers?: string): Promise<Measured[]> {
  const { postgres, load, pairs, tell } = bench;
  const seconds = Math.min(bench.seconds, MOST_SECONDS);
  const warmUpSeconds = bench.warmUpSeconds * WARM_UP;
  const options = { ...bench, databaseUrl: postgres.url, secrets, ...(brokers && { brokers }) };
  const services = await BenchServices.start(options, 'institution-registry', 'referral', 'monitoring', 'gateway');
  const parts = await RawParts.open(postgres, DATABASE, carrier);
  try {
    const events = RATES.map((rate) => rate * (warmUpSeconds + pairs * seconds));
    const institutions = await seedInstitutions(postgres, Math.ceil(events.reduce((sum, some) => sum + some, 100)));
    const effects = new EffectRuns({ postgres, load, services, institutions });
    const measured: Measured[] = [];
    for (const rate of RATES) {
      await effects.run(rate, warmUpSeconds);
      await parts.measure(rate, warmUpSeconds);
      const rounds: Round[] = [];
      for (let round = 0; round < pairs; round++) {
        const measureParts = () => parts.measure(rate, seconds / 2);
        const first = round % 2 === 0 ? await measureParts() : undefined;
        const effect = await effects.run(rate, seconds);
        const sums = first ?? (await measureParts());
        rounds.push({ parts: sums, effect });
        tell(
          `  round ${round + 1}: ${carrier.driver} at ${rate}/s ${effect.p50.toFixed(2)} ms (sent after ${effect.sent.toFixed(2)}), its parts ${sums.sum.p50.toFixed(2)} ms`,
        );
      }
      measured.push({ driver: `${carrier.driver}, ${rate}/s`, rounds });
    }
    return measured;
  } finally {
    await parts.close();
    await carrier.stop();
    await services.stop();
  }
}

function figures({ driver, rounds }: Measured): string[] {
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick)).toFixed(2);
  return [
    driver,
    middle(({ effect }) => effect.p50),
    middle(({ effect }) => effect.p99),
    middle(({ effect }) => effect.sent),
    middle(({ parts }) => parts.commit.p50),
    middle(({ parts }) => parts.carry.p50),
    middle(({ parts }) => parts.sum.p50),
    middle(({ parts }) => parts.sum.p99),
  ];
}

function ratioOf({ driver, rounds }: Measured): string[] {
  const [ours, sums] = [rounds.map(({ effect }) => effect.p50), rounds.map(({ parts }) => parts.sum.p50)];
  return [driver, ...ratioCells(compare(ours, sums, 'smaller'), GOAL)];
}
