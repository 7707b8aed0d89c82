import { compare } from '../measure/compare.ts';
import { BenchServices } from '../platform/bench-services.ts';
import type { BenchPostgres } from '../platform/bench-postgres.ts';
import { PgBench } from '../platform/pgbench.ts';
import { ratioCells } from '../report/ratio-cells.ts';
import { table } from '../report/section.ts';
import { callerHeaders, REGION, REGISTRY_DATABASE, seedInstitutions } from './registry.ts';
import { serviceSettled } from './settled.ts';
import { CONCURRENCY, type Workload } from './workload.ts';

const INSTITUTIONS = 5_000;
const BEDS_EACH = 40;
const PAGE_ROWS = 50;
const EVERY_NTH_PAGE = 12;

// Every home is open, tells whom it takes and what a day costs, and some of its beds are held, occupied and kept.
const FURNISH = `
  with opened as (
    update institution set operation_state = 'OPERATING', latitude = 29 + random(), longitude = 114 + random() returning id),
  beds as (
    update bed_inventory set approved = $1, operating = $1, blocked = 1, needs_assessment = random() < 0.3 returning institution_id),
  used as (
    insert into bed_use_count_copy (institution_id, bed_kind, held, occupied, kept, as_of)
    select id, 'CARE', 1, 20 + (random() * 17)::int, 1, now() from opened),
  priced as (
    insert into price_list (id, institution_id, number, valid_from, published_at, because)
    select uuidv7(), id, 1, current_date, now(), '{}' from opened returning id)
  insert into price_item (price_list_id, code, name, item_class, bed_kind, unit, price_fen, regime)
  select id, 'BED', '床位费', 'BED_FEE', 'CARE', 'DAY', 5000 + (random() * 5000)::int, 'MARKET_PRICE' from priced`;

interface Statement {
  readonly sql: string;
  readonly params: readonly (string | number | readonly string[])[];
}

/** The statement that the service sends, from its own build: the two sides cannot drift apart. */
async function statementOf(after: readonly string[] | undefined): Promise<string> {
  const module = new URL('../../apps/institution-registry/dist/capacity/capacity-sql.js', import.meta.url).href;
  const { capacitySql } = (await import(module)) as {
    capacitySql: (search: object, after: readonly string[] | undefined, limit: number) => Statement;
  };
  const search = { kinds: ['CARE'], on: new Date().toISOString().slice(0, 10), division: REGION.slice(0, 4) };
  const { sql, params } = capacitySql(search, after, PAGE_ROWS + 1);
  const literals = params.map((value) => {
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? `'${value}'` : `'{${value.join(',')}}'::text[]`;
  });
  return sql.replace(/\$(\d+)/g, (_, place: string) => literals[Number(place) - 1] ?? 'null');
}

const cursorOf = (key: readonly string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Sort keys of the last rows of all pages but the last. */
async function pageKeys(postgres: BenchPostgres): Promise<string[][]> {
  const rows = await postgres.query<{ division: string; id: string }>(
    REGISTRY_DATABASE,
    `select division, id from (select division, id, row_number() over (order by division, id) as n from institution) i
     where n % $1 = 0 and n < $2 order by n`,
    [PAGE_ROWS, INSTITUTIONS],
  );
  return rows.map(({ division, id }) => [division, id, 'CARE']);
}

/** Capacity search over many institutions against the same statements by pgbench, and the last page against the first. */
export const capacitySearch: Workload = async (bench) => {
  const { postgres, folder, load, tell } = bench;
  const services = await BenchServices.start({ ...bench, databaseUrl: postgres.url }, 'institution-registry');
  try {
    await seedInstitutions(postgres, INSTITUTIONS);
    await postgres.query(REGISTRY_DATABASE, FURNISH, [BEDS_EACH]);
    await postgres.query(REGISTRY_DATABASE, 'vacuum analyze');
    const allKeys = [undefined, ...(await pageKeys(postgres))];
    // pgbench plans each statement once per connection: few enough that planning is not what is measured.
    const keys = allKeys.filter((_, page) => page % EVERY_NTH_PAGE === 0 || page === allKeys.length - 1);
    const query = `/v1/capacity?kind=CARE&division=${REGION.slice(0, 4)}00&limit=${PAGE_ROWS}`;
    const paths = keys.map((key) => (key === undefined ? query : `${query}&cursor=${cursorOf(key)}`));
    const statements = await Promise.all(keys.map((key) => statementOf(key)));
    const bare = PgBench.of(statements, postgres.urlOf(REGISTRY_DATABASE), folder);
    const origin = services.process('institution-registry').url;
    const headers = callerHeaders('HEALTH', services.secrets.INTERNAL_TOKEN_SECRET);
    const ours = async (some: readonly string[], seconds: number) => {
      await serviceSettled(postgres, REGISTRY_DATABASE);
      const job = { origin, method: 'GET', paths: some, order: 'random', headers } as const;
      const {
        acknowledged,
        others,
        seconds: took,
        p50,
      } = await load.run({ ...job, seconds, concurrency: CONCURRENCY });
      if (Object.keys(others).length > 0) throw new Error(`other answers: ${JSON.stringify(others)}`);
      return { rate: acknowledged / took, p50 };
    };
    const [first, last] = [paths[0] as string, paths.at(-1) as string];
    await assertFull(origin, last, headers);
    await ours(paths, bench.warmUpSeconds);
    const found = { ours: [] as number[], bare: [] as number[], first: [] as number[], last: [] as number[] };
    for (let pair = 0; pair < bench.pairs; pair++) {
      const sides = [
        async () => void found.ours.push((await ours(paths, bench.seconds)).rate),
        async () => void found.bare.push((await bare?.rate(bench.seconds, CONCURRENCY)) ?? Number.NaN),
        async () => void found.first.push((await ours([first], bench.seconds)).p50),
        async () => void found.last.push((await ours([last], bench.seconds)).p50),
      ];
      for (const side of pair % 2 === 0 ? sides : sides.reverse()) await side();
      tell(`  pair ${pair + 1}: ours ${found.ours.at(-1)?.toFixed(0)}/s, pgbench ${found.bare.at(-1)?.toFixed(0)}/s`);
    }
    const pages = compare(found.last, found.first, 'smaller');
    const rates = compare(found.ours, found.bare, 'larger');
    const inAll = `${INSTITUTIONS} institutions with ${INSTITUTIONS * BEDS_EACH} beds`;
    return {
      title: 'Capacity search: where a bed is free',
      lines: [
        `\`GET /v1/capacity\` at the registry’s port over ${inAll}: pages of ${PAGE_ROWS} rows with use,`,
        `price and age of the figures, ${paths.length} of ${allKeys.length} pages at random. pgbench sends the same statements, prepared. ${CONCURRENCY} at once.`,
        ...table([
          ['', 'median', 'worst pair', 'pairs', 'goal', ''],
          ...(bare ? [['pages/s, ours to pgbench', ...ratioCells(rates, { atLeast: 0.4 })]] : []),
          [`p50, page ${allKeys.length} to page 1`, ...ratioCells(pages, { atMost: 1.1 })],
        ]),
        bare
          ? `Ours ${found.ours.map((rate) => rate.toFixed(0)).join(' ')} pages/s, pgbench ${found.bare.map((rate) => rate.toFixed(0)).join(' ')}.`
          : 'pgbench is not installed here, so there is no ratio to it.',
      ],
    };
  } finally {
    await services.stop();
  }
};

/** The last page is as full as the others, or its speed would say nothing. */
async function assertFull(origin: string, path: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(`${origin}${path}`, { headers });
  const { items = [] } = (await answer.json()) as { items?: readonly unknown[] };
  if (items.length !== PAGE_ROWS) throw new Error(`the last page has ${items.length} rows instead of ${PAGE_ROWS}`);
}
