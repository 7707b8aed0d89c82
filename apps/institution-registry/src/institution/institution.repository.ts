import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@yiyang/persistence';
import type { DatedQualification } from './domain/integrated-status.js';
import { BedInventoryRow, InstitutionRow, QualificationRow } from './institution.entity.js';

const COLUMNS = `i.id, i.name, i.credit_code, i.kind, i.side, i.level, i.grade, i.division, i.host_id, i.ownership,
  i.profit_nature, i.investment_origin, i.elder_care_scope_from, i.care_area_separated,
  i.founder_id, i.operation_state, i.started_on, i.operation_since, i.is_integrated,
  i.version`;

const PARTS = `
  coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'side', q.side, 'path', q.path, 'state', q.state,
    'validFrom', q.valid_from, 'validTo', q.valid_to, 'stateSince', q.state_since,
    'establishmentApprovalNo', q.establishment_approval_no, 'practiceRegistrationNo', q.practice_registration_no) order by q.id)
    from qualification q where q.institution_id = i.id), '[]') as qualifications,
  coalesce((select jsonb_agg(jsonb_build_object('kind', b.bed_kind, 'approved', b.approved, 'operating', b.operating,
    'blocked', b.blocked) order by b.bed_kind) from bed_inventory b where b.institution_id = i.id), '[]') as beds,
  coalesce((select jsonb_agg(jsonb_build_object('side', q.side, 'state', q.state, 'stateSince', q.state_since,
    'validFrom', q.valid_from, 'validTo', q.valid_to)) from qualification q join institution u on u.id = q.institution_id where u.host_id = i.id),
    '[]') as unit_qualifications`;

// Computed as of $5, because a validity ends without a write.
const LIVE_SIDES = `(select count(distinct q.side) from institution u join qualification q on q.institution_id = u.id
  where (u.id = i.id or u.host_id = i.id) and q.state = 'ACTIVE' and q.valid_from <= $5::date
    and (q.valid_to is null or q.valid_to >= $5::date))`;

/** A qualification as it is stored inside the institution's row. */
export interface QualificationPart extends DatedQualification {
  readonly id: string;
  readonly path: string;
  /** Numbers of a licence; a filing has none. */
  readonly establishmentApprovalNo?: string | null;
  readonly practiceRegistrationNo?: string | null;
}

/** An institution with its qualifications, its units' qualifications and its beds, read in one statement. */
export interface WholeInstitution extends InstitutionRow {
  readonly qualifications: readonly QualificationPart[];
  readonly unitQualifications: readonly DatedQualification[];
  readonly beds: readonly { kind: string; approved: number; operating: number; blocked: number }[];
}

export interface InstitutionFilter {
  readonly kind?: string;
  readonly side?: string;
  /** Division prefix. */
  readonly divisionPrefix?: string;
  readonly integrated?: boolean;
  /** Day for which the integrated status is computed. */
  readonly on: string;
}

/** All SQL of institutions, qualifications and bed inventory. */
@Injectable()
export class InstitutionRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<WholeInstitution | undefined> {
    return this.database.find<WholeInstitution>(`select ${COLUMNS}, ${PARTS} from institution i where i.id = $1`, [id]);
  }

  /** A page in the order of ids. */
  list(filter: InstitutionFilter, after: string | undefined, limit: number): Promise<WholeInstitution[]> {
    return this.database.many<WholeInstitution>(
      `select ${COLUMNS}, ${PARTS} from institution i
       where ($1::text is null or i.kind = $1) and ($2::text is null or i.side = $2)
         and ($3::text is null or i.division like $3 || '%') and ($4::boolean is null or (${LIVE_SIDES} = 2) = $4)
         and ($6::uuid is null or i.id > $6) order by i.id limit $7`,
      [
        filter.kind ?? null,
        filter.side ?? null,
        filter.divisionPrefix ?? null,
        filter.integrated ?? null,
        filter.on,
        after ?? null,
        limit,
      ],
    );
  }

  findForUpdate(tx: Tx, id: string): Promise<WholeInstitution | undefined> {
    return tx.find<WholeInstitution>(`select ${COLUMNS}, ${PARTS} from institution i where i.id = $1 for update of i`, [
      id,
    ]);
  }

  insert(tx: Tx, institution: InstitutionRow): void {
    tx.insert(InstitutionRow, institution);
  }

  update(tx: Tx, id: string, version: number, changes: Partial<InstitutionRow>): void {
    tx.update(InstitutionRow, { id, version }, changes);
  }

  /** What a review writes is no change that a caller has to have seen: the version stays. The row is locked by then. */
  setIntegrated(tx: Tx, id: string, isIntegrated: boolean): void {
    tx.update(InstitutionRow, { id }, { isIntegrated });
  }

  insertQualification(tx: Tx, qualification: Partial<QualificationRow>): void {
    tx.insert(QualificationRow, qualification);
  }

  updateQualification(tx: Tx, id: string, changes: Partial<QualificationRow>): void {
    tx.update(QualificationRow, { id }, changes);
  }

  insertBeds(tx: Tx, beds: BedInventoryRow): void {
    tx.insert(BedInventoryRow, beds);
  }
}
