import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant, type ScopeColumns } from '@yiyang/access';
import { Database, json, type Tx } from '@yiyang/persistence';
import { FACT_TYPE_CODES, factType, type FactTypeCode } from './domain/fact-types.js';
import type { Fact, FactValue, Institution } from './domain/state-fact.js';
import { FactRow } from './fact.entity.js';

const COLUMNS = `f.id, f.institution_id, f.division, f.type, f.subject, f.value, f.codes, f.partner_id, f.valid_from,
  f.valid_to, f.retracted, f.recorded_at, f.client_id, f.role, f.organisation_id, f.ended_at, f.end_reason, f.version`;

/** A partner may see what names it. */
const SCOPE: ScopeColumns = { serviceRegion: 'f.division', institution: ['f.institution_id', 'f.partner_id'] };

const SYMMETRIC = FACT_TYPE_CODES.filter((code) => factType(code).symmetric);

/** Facts of `institution`, those included that hold of both partners whoever stated them. */
function concerns(institution: string): string {
  const types = SYMMETRIC.map((code) => `'${code}'`).join(', ');
  return `(f.institution_id = ${institution} or (f.partner_id = ${institution} and f.type in (${types})))`;
}

/**
 * Every fact of the institution in `institution` (a column) that is not retracted, past and future ones too unless `which`
 * leaves them out, as a jsonb list of `{ id, institutionId, type, subject, value, partnerId, validFrom, validTo }`: for
 * computations of one statement.
 */
export function factsOf(institution: string, which = 'true'): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'institutionId', f.institution_id, 'type', f.type,
    'subject', f.subject, 'value', f.value, 'partnerId', f.partner_id, 'validFrom', f.valid_from, 'validTo', f.valid_to)
    order by f.id) from institution_fact f where not f.retracted and ${concerns(institution)} and ${which}), '[]')`;
}

export interface FactFilter {
  readonly institutionId?: string;
  readonly type?: FactTypeCode | undefined;
  readonly code?: string | undefined;
  readonly divisionPrefix?: string;
  readonly on: string;
  /** As it was known then; as it is known now when left out. */
  readonly knownAt?: Date | undefined;
}

// Of a fact that was stated only the end may change, so what was known of it is the fact with the end of that time.
const AS_KNOWN = `(
  select ${COLUMNS.replace('f.valid_to', 'c.valid_to').replace('f.retracted', 'c.retracted')}
  from institution_fact f cross join lateral (
    select (state->>'validTo')::date as valid_to, (state->>'retracted')::boolean as retracted from institution_change
    where institution_id = f.institution_id and aspect = 'FACT' and subject = f.id::text and recorded_at <= $8
    order by recorded_at desc, id desc limit 1) c)`;

/** All SQL of facts. */
@Injectable()
export class FactRepository {
  constructor(private readonly database: Database) {}

  get(grant: Grant, institutionId: string, id: string): Promise<FactRow | undefined> {
    const params: unknown[] = [id, institutionId];
    return this.database.find<FactRow>(
      `select ${COLUMNS} from institution_fact f
       where f.id = $1 and ${concerns('$2')} and ${rowFilter(grant, SCOPE, params)}`,
      params,
    );
  }

  find(tx: Tx, id: string): Promise<FactRow | undefined> {
    return tx.find<FactRow>(`select ${COLUMNS} from institution_fact f where f.id = $1`, [id]);
  }

  getForUpdate(tx: Tx, grant: Grant, institutionId: string, id: string): Promise<FactRow | undefined> {
    const params: unknown[] = [id, institutionId];
    return tx.find<FactRow>(
      `select ${COLUMNS} from institution_fact f
       where f.id = $1 and f.institution_id = $2 and ${rowFilter(grant, SCOPE, params)} for update`,
      params,
    );
  }

  /** A page, in the order of ids, of the facts that hold on a day. */
  list(grant: Grant, filter: FactFilter, after: string | undefined, limit: number): Promise<FactRow[]> {
    const params: unknown[] = [
      filter.institutionId ?? null,
      filter.type ?? null,
      filter.code ?? null,
      filter.divisionPrefix ?? null,
      filter.on,
      after ?? null,
      limit,
    ];
    if (filter.knownAt) params.push(filter.knownAt);
    return this.database.many<FactRow>(
      `select ${COLUMNS} from ${filter.knownAt ? AS_KNOWN : 'institution_fact'} f
       where not f.retracted and f.valid_from <= $5 and (f.valid_to is null or f.valid_to >= $5)
         and ($1::uuid is null or ${concerns('$1')}) and ($2::text is null or f.type = $2)
         and ($3::text is null or $3 = any(f.codes)) and ($4::text is null or f.division like $4 || '%')
         and ($6::uuid is null or f.id > $6) and ${rowFilter(grant, SCOPE, params)} order by f.id limit $7`,
      params,
    );
  }

  findInstitutions(ids: readonly string[]): Promise<Institution[]> {
    return this.database.many<Institution>('select id, side, division from institution where id = any($1)', [ids]);
  }

  /**
   * What is kept of these subjects about these institutions whenever it holds, both sides of what is symmetric, and their
   * facts of the types in `besides`; locked, because some of it will end.
   */
  findForUpdate(
    tx: Tx,
    institutionIds: readonly string[],
    of: { types: readonly FactTypeCode[]; subjects: readonly string[]; besides: readonly FactTypeCode[] },
  ): Promise<KeptFact[]> {
    return tx.many<KeptFact>(
      `select f.id, f.institution_id, f.type, f.subject, f.value, f.partner_id, f.valid_from, f.valid_to, f.version,
              f.division
       from institution_fact f
       where not f.retracted
         and (f.institution_id = any($1) and (f.type = any($2) and f.subject = any($3) or f.type = any($4))
           or f.partner_id = any($1) and f.type = any($5))
       order by f.id for update`,
      [institutionIds, of.types, of.subjects, of.besides, of.types.filter((type) => factType(type).symmetric)],
    );
  }

  /**
   * What holds of both partners may be stated from either side at once, and before the first of them there is no row to
   * lock, nor can a constraint compare the two: whoever states about a pair waits for whoever does so already.
   */
  lockPairs(tx: Tx, pairs: readonly string[]): void {
    tx.write(
      `select pg_advisory_xact_lock(hashtextextended(pair, 7430004))
       from (select distinct pair from unnest($1::text[]) pair order by pair) pairs`,
      [pairs],
    );
  }

  insert(tx: Tx, fact: NewFact): void {
    tx.insert(FactRow, { ...fact, value: json(fact.value) as unknown as FactValue });
  }

  update(tx: Tx, { id, version }: Pick<FactRow, 'id' | 'version'>, changes: Partial<FactRow>): void {
    tx.update(FactRow, { id, version }, changes);
  }
}

export type KeptFact = Fact & Pick<FactRow, 'version' | 'division'>;
export type NewFact = KeptFact & Pick<FactRow, 'codes' | 'recordedAt' | 'clientId' | 'role' | 'organisationId'>;
