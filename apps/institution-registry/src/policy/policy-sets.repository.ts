import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { cursorId, Database, decodeCursor, json, type Page, pageById, pageOf, type Tx } from '@yiyang/persistence';
import { divisionChain } from '@yiyang/standards';
import type { SoundValue } from './domain/proposed-values.js';
import { PolicyDraftRow, type PolicySetRow, type PolicySetVersionRow } from './policy-set.entity.js';

export interface StoredValue extends SoundValue {
  readonly version: number;
}

export interface StoredSet extends PolicySetRow {
  readonly asOfVersion: number;
  readonly values: StoredValue[];
  readonly versions: PolicySetVersionRow[];
}

const VALUE = `key, value, valid_from, valid_to, document, clause, version`;

// Of each key the latest that the version knows.
const VALUES = `
  select distinct on (key) ${VALUE} from policy_value where policy_set_id = $1 and version <= $2
  order by key, version desc`;

const READ = `
  select s.id, s.name, s.division, s.version, coalesce($2::int, s.version) as as_of_version,
    (select coalesce(json_agg(json_build_object('key', v.key, 'value', v.value, 'validFrom', v.valid_from,
        'validTo', v.valid_to, 'document', v.document, 'clause', v.clause, 'version', v.version) order by v.key), '[]')
      from (${VALUES.replace('$1', 's.id').replace('$2', 'coalesce($2::int, s.version)')}) v) as values,
    (select coalesce(json_agg(json_build_object('version', n.version, 'publishedAt', n.published_at, 'role', n.role,
        'draftId', n.draft_id, 'templateId', n.template_id) order by n.version desc), '[]')
      from policy_set_version n where n.policy_set_id = s.id) as versions
  from policy_set s where s.id = $1 and coalesce($2::int, 1) <= s.version`;

const IN_FORCE = `
  select distinct on (key) division, ${VALUE} from (
    select distinct on (key, division) division, ${VALUE} from policy_value
    where division = any($1) and valid_from <= $2 order by key, division, version desc) begun
  where valid_to is null or valid_to >= $2
  order by key, array_position($1, division::text)`;

const DRAFT = 'id, division, base_version, status, "values", published_version, created_at, client_id, role, version';

/** Policy sets, their versions and drafts. */
@Injectable()
export class PolicySetsRepository {
  constructor(private readonly database: Database) {}

  async list(query: { division?: string | undefined; cursor?: string | undefined; limit: number }) {
    const [after = ''] = query.cursor ? decodeCursor(query.cursor, ['string']) : [];
    const rows = await this.database.many<PolicySetRow>(
      `select id, name, division, version from policy_set
       where name > $1 and ($2::text is null or division = $2) order by name limit $3`,
      [after, query.division ?? null, query.limit + 1],
    );
    return pageOf(rows, query.limit, ({ name }) => [name]);
  }

  read(id: string, asOfVersion: number | null): Promise<StoredSet | undefined> {
    return this.database.find<StoredSet>(READ, [id, asOfVersion]);
  }

  /** What holds in a division on a day, inherited values too, by the document that gives it. */
  inForce(division: string, on: string): Promise<(StoredValue & { division: string })[]> {
    return this.database.many(IN_FORCE, [divisionChain(division), on]);
  }

  getForUpdate(tx: Tx, id: string): Promise<PolicySetRow | undefined> {
    return tx.find<PolicySetRow>('select id, name, division, version from policy_set where id = $1 for update', [id]);
  }

  /** The latest value of each key of a set. */
  values(tx: Tx, { id, version }: PolicySetRow): Promise<StoredValue[]> {
    return tx.many<StoredValue>(VALUES, [id, version]);
  }

  /** Version of the division's set, 0 where it has none. */
  async versionOf(tx: Tx, division: string): Promise<number> {
    const set = await tx.find<{ version: number }>('select version from policy_set where division = $1', [division]);
    return set?.version ?? 0;
  }

  insertDraft(tx: Tx, draft: PolicyDraftRow): void {
    tx.insert(PolicyDraftRow, { ...draft, values: json(draft.values) as never });
  }

  /** Guarded by the version that was read. */
  updateDraft(tx: Tx, { id, version }: PolicyDraftRow, changes: Partial<PolicyDraftRow>): void {
    const { values, ...others } = changes;
    tx.update(PolicyDraftRow, { id, version }, { ...others, ...(values && { values: json(values) as never }) });
  }

  findDraft(tx: Tx, grant: Grant, id: string): Promise<PolicyDraftRow | undefined> {
    const params: unknown[] = [id];
    const allowed = rowFilter(grant, { serviceRegion: 'division' }, params);
    return tx.find<PolicyDraftRow>(`select ${DRAFT} from policy_draft where id = $1 and ${allowed} for update`, params);
  }

  async readDraft(grant: Grant, id: string): Promise<PolicyDraftRow | undefined> {
    const params: unknown[] = [id];
    const allowed = rowFilter(grant, { serviceRegion: 'division' }, params);
    return this.database.find<PolicyDraftRow>(`select ${DRAFT} from policy_draft where id = $1 and ${allowed}`, params);
  }

  async listDrafts(
    grant: Grant,
    query: { division?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<Page<PolicyDraftRow>> {
    const before = cursorId(query.cursor) ?? null;
    const params: unknown[] = [before, query.division ?? null, query.limit + 1];
    const allowed = rowFilter(grant, { serviceRegion: 'division' }, params);
    const rows = await this.database.many<PolicyDraftRow>(
      `select ${DRAFT} from policy_draft
       where ($1::uuid is null or id < $1) and ($2::text is null or division = $2) and ${allowed}
       order by id desc limit $3`,
      params,
    );
    return pageById(rows, query.limit);
  }
}
