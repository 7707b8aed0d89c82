import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchPostgres } from '../platform/bench-postgres.ts';
import { BenchServices } from '../platform/bench-services.ts';
import { cpuOfFamily, cpuOfProcess } from '../platform/process-cpu.ts';
import { table } from '../report/section.ts';
import { REGION, REGISTRY_DATABASE, seedInstitutions } from './registry.ts';
import type { Workload } from './workload.ts';

const HOMES = 1000;
const STAFF = 40;
const LONGEST_MS = 120_000;

// Every home works, agrees with one hospital, names 40 workers of whom one in ten has no certificate, and drilled once.
const FILL = `
  with hospital as (
    insert into institution (id, name, kind, side, level, division, ownership, profit_nature, investment_origin, operation_state)
    values (uuidv7(), '示范医院', 'GENERAL_HOSPITAL', 'MEDICAL', 2, $1, 'PUBLIC_RUN', 'NON_PROFIT', 'DOMESTIC', 'OPERATING')
    returning id),
  working as (
    update institution set operation_state = 'OPERATING', started_on = current_date - 500 where side = 'CARE' returning id),
  agreed as (
    insert into agreement (id, care_institution_id, medical_institution_id, types, items, mechanisms, content, way, cost, duties,
      valid_from, valid_to, division, status)
    select uuidv7(), w.id, h.id, '{REFERRAL}', '{A}', '{EMERGENCY}', 'x', 'x', 'x', 'x', current_date - 100, current_date + 300,
      $1, 'SIGNED' from working w, hospital h)
  insert into institution_fact (id, institution_id, division, type, subject, value, codes, valid_from, valid_to, recorded_at,
    client_id, role)
  select uuidv7(), w.id, $1, 'STAFF_MEMBER', 'S' || n, jsonb_build_object('staffCode', 'S' || n, 'staffRole', 'CARE_WORKER',
      'engagement', 'REGULAR', 'certifiedFrom', case when n % 10 > 0 then '2020-01-01' end), '{}'::text[], current_date - 100, null::date,
      now(), 'bench', 'CARE_INST' from working w, generate_series(1, $2) n
  union all select uuidv7(), w.id, $1, 'SAFETY_EXERCISE', 'EMERGENCY_DRILL', '{"exercise":"EMERGENCY_DRILL"}'::jsonb, '{}'::text[],
      current_date - 50, current_date - 50, now(), 'bench', 'CARE_INST' from working w`;

const REQUEST = `
  insert into deadline (id, kind, subject_id, rule, started_at, due_at)
  select uuidv7(), 'institution.review', id, 'REG-01', now(), now() from institution where side = 'CARE'
  on conflict (kind, subject_id) do update set due_at = now(), done_at = null, breached_at = null`;

const LEFT = `
  select count(*) from deadline where kind = 'institution.review' and breached_at is null and due_at <= now()`;

/** Findings: what a review of one home costs when it finds something, and when nothing has changed. */
export const findings: Workload = async (bench) => {
  const { postgres, tell } = bench;
  const services = await BenchServices.start({ ...bench, databaseUrl: postgres.url }, 'institution-registry');
  try {
    await seedInstitutions(postgres, HOMES);
    await postgres.query(REGISTRY_DATABASE, FILL, [REGION, STAFF]);
    await postgres.query(REGISTRY_DATABASE, 'analyze institution, agreement, institution_fact');
    const pid = services.pid('institution-registry');
    const first = await reviewAll(postgres, pid);
    const raised = await postgres.count(REGISTRY_DATABASE, 'select count(*) from finding');
    tell(`${raised} findings raised`);
    const again: Review[] = [];
    for (let round = 0; round < (bench.quick ? 2 : 5); round += 1) again.push(await reviewAll(postgres, pid));
    const [second] = again.sort((a, b) => a.wall - b.wall).slice(Math.floor(again.length / 2));
    const now = await postgres.count(REGISTRY_DATABASE, 'select count(*) from finding');
    if (now !== raised) throw new Error(`a review of what had not changed left ${now} findings instead of ${raised}`);
    return {
      title: 'Findings: reviews of institutions',
      lines: [
        `${HOMES} homes with ${STAFF} workers, an agreement and a drill each are reviewed by the sweeper, one after the other, each in a`,
        'transaction of its own: lock, one reading statement, all rules, the differences with their events, the next day to look.',
        ...table([
          ['µs per home', 'elapsed', 'CPU of the registry', 'CPU of PostgreSQL'],
          [`first time, ${(raised / HOMES).toFixed(1)} findings raised and said`, ...cells(first)],
          ['again, nothing changed (median)', ...cells(second ?? first)],
        ]),
        'Checked: a second review raises and resolves nothing.',
      ],
    };
  } finally {
    await services.stop();
  }
};

interface Review {
  /** All in microseconds. */
  readonly wall: number;
  readonly registry: number;
  readonly postgres: number;
}

const cells = ({ wall, registry, postgres }: Review) =>
  [wall, registry, postgres].map((microseconds) => Math.round(microseconds / HOMES).toString());

async function reviewAll(postgres: BenchPostgres, pid: number): Promise<Review> {
  const cpu = () => ({ registry: cpuOfProcess(pid), postgres: cpuOfFamily(postgres.pid) });
  const before = cpu();
  const started = performance.now();
  await postgres.query(REGISTRY_DATABASE, REQUEST);
  while ((await postgres.count(REGISTRY_DATABASE, LEFT)) > 0) {
    if (performance.now() - started > LONGEST_MS) throw new Error(`reviews still due after ${LONGEST_MS} ms`);
    await sleep(50);
  }
  const wall = (performance.now() - started) * 1000;
  const after = cpu();
  return { wall, registry: after.registry - before.registry, postgres: after.postgres - before.postgres };
}
