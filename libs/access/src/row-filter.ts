import { regionPrefix } from '@yiyang/standards';
import { ownInstitutions, type Caller } from './caller.js';
import type { Grant } from './decide.js';
import type { Scope } from './scopes.js';
import { column, columns as list, type OneOrMore } from './sql-names.js';

/** Where an institution's relation to an elder is kept: a table or view with `elder_id` and `institution_id`. */
export interface OpenRelations {
  readonly table: string;
  /** Column with the instant the relation ends, null for an open end. */
  readonly endsAt: string;
  /** The business instant to compare with. */
  readonly at: Date;
}

/** Columns of the query that the scopes look at, with their alias: `r.residence_region`. */
export interface ScopeColumns {
  readonly serviceRegion?: OneOrMore;
  readonly residenceRegion?: OneOrMore;
  readonly insuredRegion?: OneOrMore;
  readonly institution?: OneOrMore;
  readonly elder?: string;
  readonly client?: string;
  readonly relationTable?: string | OpenRelations;
}

/** Matches no row: what an empty scope means. */
const NOTHING = 'false';

/**
 * The part of a WHERE clause that keeps a query inside the grant; its values are appended to `params`. A scope whose
 * column is missing throws at once, a caller without a value for its scope sees nothing. Source: architecture §6, T3.
 */
export function rowFilter(grant: Grant, columns: ScopeColumns, params: unknown[]): string {
  const { caller, scope } = grant;
  switch (scope) {
    case 'ALL':
      return 'true';
    case 'SERVICE_REGION':
      return within(caller, need(scope, columns.serviceRegion), params);
    case 'RESIDENCE_REGION':
      return within(caller, need(scope, columns.residenceRegion), params);
    case 'INSURED_REGION':
      return within(caller, need(scope, columns.insuredRegion), params);
    case 'ANY_OF_REGIONS': {
      const regions = [columns.serviceRegion, columns.residenceRegion, columns.insuredRegion];
      const all = regions.flatMap((region) => (region === undefined ? [] : region));
      return within(caller, need(scope, all.length > 0 ? all : undefined), params);
    }
    case 'OWN':
    case 'PARTY':
      return ofInstitution(caller, need(scope, columns.institution), params);
    case 'RELATION':
      return related(caller, need(scope, columns.elder), need(scope, columns.relationTable), params);
    case 'SELF':
      return equals(column(need(scope, columns.elder)), caller.elderId, params);
    case 'CLIENT':
      return equals(column(need(scope, columns.client)), caller.clientId, params);
  }
}

function need<T>(scope: Scope, value: T | undefined): T {
  if (value === undefined || (Array.isArray(value) && value.length === 0))
    throw new Error(`the query gives no column for scope ${scope}`);
  return value;
}

function within(caller: Caller, regions: OneOrMore, params: unknown[]): string {
  const prefix = caller.region === '' ? '' : regionPrefix(caller.region);
  if (prefix === '') return NOTHING;
  const place = bind(params, `${prefix}%`);
  return anyOf(list(regions).map((region) => `${region} like ${place}`));
}

function ofInstitution(caller: Caller, institutions: OneOrMore, params: unknown[]): string {
  const own = ownInstitutions(caller);
  if (own.length === 0) return NOTHING;
  const place = bind(params, own);
  return anyOf(list(institutions).map((institution) => `${institution} = any(${place}::uuid[])`));
}

function related(caller: Caller, elder: string, relations: string | OpenRelations, params: unknown[]): string {
  const own = ownInstitutions(caller);
  if (own.length === 0) return NOTHING;
  const table = column(typeof relations === 'string' ? relations : relations.table);
  const open =
    typeof relations === 'string'
      ? ''
      : ` and (relation.${column(relations.endsAt)} is null or relation.${column(relations.endsAt)} > ${bind(params, relations.at)}::timestamptz)`;
  return (
    `exists (select from ${table} relation where relation.elder_id = ${column(elder)}` +
    ` and relation.institution_id = any(${bind(params, own)}::uuid[])${open})`
  );
}

function equals(name: string, value: string | undefined, params: unknown[]): string {
  return value ? `${name} = ${bind(params, value)}` : NOTHING;
}

function bind(params: unknown[], value: unknown): string {
  params.push(value);
  return `$${params.length}`;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] as string) : `(${conditions.join(' or ')})`;
}
