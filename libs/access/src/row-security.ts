import { regionPrefix } from '@yiyang/standards';
import { ownInstitutions, type Caller } from './caller.js';
import { DEPARTMENTS, INSTITUTIONS, ROLE_NAMES, type Role } from './roles.js';
import { column, columns as list, type OneOrMore } from './sql-names.js';

/** On whose behalf a transaction reads; each key becomes the transaction-local setting `yiyang.<key>`. */
export type RlsContext = Readonly<Record<'role' | 'region_prefix' | 'organisation' | 'elder' | 'system', string>>;

const NOBODY: RlsContext = { role: '', region_prefix: '', organisation: '', elder: '', system: '' };

/** Context of a request. */
export function rlsContext(caller: Caller): RlsContext {
  const own = ownInstitutions(caller);
  return {
    ...NOBODY,
    role: caller.role,
    region_prefix: caller.region === '' ? '' : regionPrefix(caller.region),
    organisation: own.length === 0 ? '' : `{${own.join(',')}}`,
    elder: caller.elderId ?? '',
  };
}

/** Context of consumers and sweepers, which serve no single caller: every row. */
export function systemContext(service: string): RlsContext {
  if (service === '') throw new Error('the system context needs the name of the service');
  return { ...NOBODY, system: service };
}

/** Columns that tell who may see a row of a personal table; at least one. */
export interface PersonalColumns {
  readonly serviceRegion?: OneOrMore;
  readonly residenceRegion?: OneOrMore;
  readonly insuredRegion?: OneOrMore;
  readonly institution?: OneOrMore;
  readonly elder?: string;
  /** Table with `elder_id` and `institution_id`; `endsAt` names its column with the end of the relation. */
  readonly relationTable?: string | { readonly table: string; readonly endsAt: string };
}

// In a subselect the setting is read once per statement, not once per row. An ended local setting reads as ''.
const setting = (key: keyof RlsContext) => `(select nullif(current_setting('yiyang.${key}', true), ''))`;

/**
 * SQL with which a migration closes a personal table: forced row-level security and one policy. Without a context there
 * are no rows; departments see rows with a region of theirs, institutions their own and their elders', an elder herself.
 *
 * @param options `roles` are those that may see the table at all (default: all); use it to keep a department out.
 */
export function personalTableSql(
  table: string,
  options: { readonly columns: PersonalColumns; readonly roles?: readonly Role[] },
): string {
  const roles = options.roles ?? ROLE_NAMES;
  const doors = [
    `${setting('system')} is not null`,
    door(roles, DEPARTMENTS, regionConditions(options.columns)),
    door(roles, INSTITUTIONS, institutionConditions(table, options.columns)),
    door(roles, ['ELDER'], elderConditions(options.columns)),
  ].filter((condition) => condition !== undefined);
  if (doors.length === 1) throw new Error(`${table} names no column that opens a row to anybody`);
  return [
    `alter table ${column(table)} enable row level security`,
    `alter table ${column(table)} force row level security`,
    `create policy ${column(table)}_access on ${column(table)} using (\n  ${doors.join('\n  or ')})`,
  ].join(';\n');
}

function door(roles: readonly Role[], group: readonly Role[], conditions: readonly string[]): string | undefined {
  const named = group.filter((role) => roles.includes(role));
  if (named.length === 0 || conditions.length === 0) return undefined;
  return `(${setting('role')} in (${named.map((role) => `'${role}'`).join(', ')}) and (${conditions.join(' or ')}))`;
}

function regionConditions(personal: PersonalColumns): string[] {
  const regions = [personal.serviceRegion, personal.residenceRegion, personal.insuredRegion];
  return regions
    .flatMap((region) => (region === undefined ? [] : list(region)))
    .map((region) => `${region} like ${setting('region_prefix')} || '%'`);
}

function institutionConditions(table: string, personal: PersonalColumns): string[] {
  const own = `any ((${setting('organisation')})::uuid[])`;
  const conditions = (personal.institution === undefined ? [] : list(personal.institution)).map(
    (institution) => `${institution} = ${own}`,
  );
  if (personal.relationTable !== undefined) {
    if (personal.elder === undefined) throw new Error(`${table} has a relation table but no elder column`);
    const { relationTable } = personal;
    const relations = column(typeof relationTable === 'string' ? relationTable : relationTable.table);
    const end = typeof relationTable === 'string' ? undefined : column(relationTable.endsAt);
    const open = end === undefined ? '' : ` and (relation.${end} is null or relation.${end} > now())`;
    conditions.push(
      `exists (select from ${relations} relation where relation.elder_id = ${column(table)}.${column(personal.elder)}` +
        ` and relation.institution_id = ${own}${open})`,
    );
  }
  return conditions;
}

function elderConditions(personal: PersonalColumns): string[] {
  return personal.elder === undefined ? [] : [`${column(personal.elder)} = (${setting('elder')})::uuid`];
}
