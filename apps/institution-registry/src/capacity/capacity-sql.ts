import { bedPriceJoin } from '../price/price.repository.js';
import type { CapacityCursor, CapacitySearch } from './capacity-search.js';

const FREE = 'b.operating - b.blocked - b.withheld - coalesce(u.held + u.occupied + u.kept, 0)';
const USE = 'left join bed_use_count_copy u on u.institution_id = i.id and u.bed_kind = b.bed_kind';
const EARTH_KM = 6371.0088;
const KM_PER_DEGREE = 111.195;

/** Great-circle distance in whole metres. */
const metresTo = (latitude: string, longitude: string) => `
  round(${EARTH_KM * 2000} * asin(least(1, sqrt(
    power(sin(radians(i.latitude - ${latitude}) / 2), 2)
    + cos(radians(${latitude})) * cos(radians(i.latitude)) * power(sin(radians(i.longitude - ${longitude}) / 2), 2)))))::int`;

/**
 * The statement of one page. The page is cut first, in the order of an index or by distance, with only the joins that its
 * filters need; its rows are furnished with figures and prices afterwards, so a page costs the same wherever it lies.
 */
export function capacitySql(search: CapacitySearch, after: CapacityCursor | undefined, limit: number) {
  const params: unknown[] = [];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const on = bind(search.on);
  const joins: string[] = [];
  const where = [`i.operation_state = 'OPERATING'`, 'b.operating > 0', `b.bed_kind = any(${bind(search.kinds)})`];
  const { institutionId, division, near, gender, maxDailyFen, minFree, designatedFor, agreementWith } = search;
  if (institutionId) where.push(`i.id = ${bind(institutionId)}`);
  if (division) where.push(`i.division between ${bind(division.padEnd(6, '0'))} and ${bind(division.padEnd(6, '9'))}`);
  if (gender) where.push(`b.gender in ('ANY', ${bind(gender)})`);
  if (designatedFor)
    where.push(`exists (select from designation_copy d join institution m on m.id = d.institution_id
      where (m.id = i.id or m.host_id = i.id) and ${bind(designatedFor)} = any(d.schemes)
        and ${on}::date between d.active_from and coalesce(d.active_to, ${on}::date))`);
  if (agreementWith) {
    const partner = bind(agreementWith);
    where.push(`exists (select from agreement a where a.status = 'SIGNED' and ${on}::date between a.valid_from and a.valid_to
      and ((a.care_institution_id in (i.id, i.host_id) and a.medical_institution_id = ${partner})
        or (a.medical_institution_id in (i.id, i.host_id) and a.care_institution_id = ${partner})))`);
  }
  if (minFree !== undefined) {
    joins.push(USE);
    where.push(`${FREE} >= ${bind(minFree)}`);
  }
  if (maxDailyFen !== undefined) {
    joins.push(bedPriceJoin({ institutionId: 'i.id', bedKind: 'b.bed_kind', on: `${on}::date`, alias: 'p' }));
    where.push(`p.price_fen <= ${bind(maxDailyFen)}`);
  }
  let place = 'i.division';
  let metres = 'null::int';
  if (near) {
    const [latitude, longitude] = [bind(near.latitude), bind(near.longitude)].map((place) => `${place}::float8`);
    metres = metresTo(latitude as string, longitude as string);
    place = metres;
    const degrees = near.maxKilometres / KM_PER_DEGREE;
    const aside = degrees / Math.max(0.01, Math.cos((near.latitude * Math.PI) / 180));
    where.push(`i.latitude between ${bind(near.latitude - degrees)} and ${bind(near.latitude + degrees)}`);
    where.push(`i.longitude between ${bind(near.longitude - aside)} and ${bind(near.longitude + aside)}`);
    where.push(`${metres} <= ${bind(Math.round(near.maxKilometres * 1000))}`);
  }
  // Of one kind an institution is one row, and the order without the kind is that of an index.
  const key = [place, 'i.id', ...(search.kinds.length === 1 ? [] : ['b.bed_kind'])];
  if (after) {
    const [first, second, ...more] = after.slice(0, key.length).map((part) => bind(part));
    // PostgreSQL seeks by columns of one table only.
    if (more.length > 0) where.push(`(${place}, i.id) >= (${first}, ${second})`);
    where.push(`(${key.join(', ')}) > (${[first, second, ...more].join(', ')})`);
  }
  const sql = `
    with page as (
      select i.id as institution_id, i.name, i.kind as institution_kind, i.division, b.bed_kind, b.operating,
        b.blocked + b.withheld as blocked, b.gender, b.needs_assessment, b.has_waitlist, ${metres} as metres
      from institution i join bed_inventory b on b.institution_id = i.id ${joins.join(' ')}
      where ${where.join(' and ')} order by ${key.join(', ')} limit ${bind(limit)})
    select page.*, coalesce(u.held, 0) as held, coalesce(u.occupied, 0) as occupied, coalesce(u.kept, 0) as kept,
      page.operating - page.blocked - coalesce(u.held + u.occupied + u.kept, 0) as free, (extract(epoch from u.as_of) * 1000)::float8 as used_at, p.price_fen
    from page left join bed_use_count_copy u
      on u.institution_id = page.institution_id and u.bed_kind = page.bed_kind
    ${bedPriceJoin({ institutionId: 'page.institution_id', bedKind: 'page.bed_kind', on: `${on}::date`, alias: 'p' })}
    order by ${near ? 'page.metres' : 'page.division'}, page.institution_id, page.bed_kind`;
  return { sql, params };
}
