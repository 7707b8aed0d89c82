import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, pageOf, type Page, type Tx } from '@yiyang/persistence';
import { AssessmentRow } from './assessment.entity.js';
import type { AssessmentFacts } from './domain/level-in-force.js';
import type { Assessor } from './domain/assessor.js';

export type StoredAssessment = Pick<
  AssessmentRow,
  'id' | 'version' | 'elderId' | 'assessorId' | 'scale' | 'scaleVersion' | 'assessedOn' | 'validTo' | 'level' | 'sealed'
>;

const SELECT = `
  select id, version, elder_id, assessor_id, scale, scale_version, assessed_on, valid_to, level, sealed
  from assessment where elder_id = $1`;
const NEWEST_FIRST = 'order by assessed_on desc, id desc';
const LATEST = `select level, assessed_on, valid_to from assessment where elder_id = $1 ${NEWEST_FIRST} limit 1`;
const NEWEST = `${SELECT} ${NEWEST_FIRST} limit $2`;
const PAGE = `${SELECT} and ($2::date is null or (assessed_on, id) < ($2, $3::uuid)) ${NEWEST_FIRST} limit $4`;

// Who cares for the elder: a home that registered, houses or contracted them, and its host or units.
const PROVIDERS = `
  with provider as (
    select r.institution_id from elder_relation r
    left join institution_copy i on i.institution_id = r.institution_id
    where r.elder_id = $1 and (r.ended_at is null or r.ended_at > business_now())
      and (r.relation <> 'REGISTERED_BY' or i.side = 'CARE'))
  select institution_id as id from provider
  union select k.kin_id from institution_kin k join provider p on p.institution_id = k.institution_id`;

/** Ability assessments; rows are added and never changed. */
@Injectable()
export class AssessmentRepository {
  constructor(private readonly database: Database) {}

  findAssessor(id: string): Promise<Assessor | undefined> {
    return this.database.find(
      'select organisation_id, valid_from, valid_to from assessor_copy where assessor_id = $1',
      [id],
    );
  }

  async providers(tx: Tx, elderId: string): Promise<string[]> {
    return (await tx.many<{ id: string }>(PROVIDERS, [elderId])).map(({ id }) => id);
  }

  insert(tx: Tx, row: AssessmentRow): void {
    tx.insert(AssessmentRow, row);
  }

  findLatest(tx: Tx, elderId: string): Promise<AssessmentFacts | undefined> {
    return tx.find(LATEST, [elderId]);
  }

  /** The newest, at most `most`. */
  newest(tx: Tx, elderId: string, most: number): Promise<StoredAssessment[]> {
    return tx.many(NEWEST, [elderId, most]);
  }

  async page(tx: Tx, elderId: string, page: { limit: number; cursor?: string }): Promise<Page<StoredAssessment>> {
    const [assessedOn, id] = page.cursor ? decodeCursor(page.cursor, ['string', 'string']) : [null, null];
    const rows = await tx.many<StoredAssessment>(PAGE, [elderId, assessedOn, id, page.limit + 1]);
    return pageOf(rows, page.limit, (row) => [row.assessedOn, row.id]);
  }
}
