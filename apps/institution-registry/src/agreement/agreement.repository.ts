import { Injectable } from '@nestjs/common';
import { ownInstitutions, rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Database, type Tx } from '@yiyang/persistence';
import { AgreementCheckRow, AgreementRow } from './agreement.entity.js';
import type { AgreementStatus } from './domain/agreement-status.js';

const COLUMNS = `a.id, a.care_institution_id, a.medical_institution_id, a.types, a.items, a.mechanisms, a.encounter_types,
  a.content, a.way, a.cost, a.duties, a.valid_from, a.valid_to, a.division, a.status, a.care_signed_at,
  a.medical_signed_at, a.proposed_by, a.check_cycle_months, a.last_checked_on, a.ended_on, a.reason_code, a.distance_km,
  a.renews_id, a.version`;

const SCOPE = { serviceRegion: 'a.division', institution: ['a.care_institution_id', 'a.medical_institution_id'] };

/** The same as `statusOn` of the domain; `day` is the place of the day in the parameters. */
const statusOnSql = (day: string) => `
  case when a.status in ('PROPOSED', 'SIGNED', 'SUSPENDED') and a.valid_to < ${day}::date then 'EXPIRED'
       when a.status = 'SIGNED' and a.valid_from <= ${day}::date then 'ACTIVE' else a.status end`;

const HOUSE = (institution: string) =>
  `any(array(select unnest(array[i.id, i.host_id]) from institution i where i.id = ${institution}::uuid))`;

const partyIn = (ids: string) => `(a.care_institution_id = ${ids} or a.medical_institution_id = ${ids})`;

export interface AgreementFilter {
  /** Either party; of a unit its host's agreements too, because they cover it. */
  readonly institutionId?: string | undefined;
  readonly type?: string | undefined;
  readonly status?: AgreementStatus | undefined;
  readonly divisionPrefix?: string | undefined;
  /** A day on which the term runs and the agreement has not ended. */
  readonly on?: string | undefined;
  readonly today: string;
}

/** All SQL of agreements. */
@Injectable()
export class AgreementRepository {
  constructor(private readonly database: Database) {}

  async get(grant: Grant, id: string): Promise<AgreementRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from agreement a where a.id = $1 and ${visible(grant, params)}`;
    return found(await this.database.find<AgreementRow>(sql, params));
  }

  async getForUpdate(tx: Tx, grant: Grant, id: string): Promise<AgreementRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from agreement a where a.id = $1 and ${visible(grant, params)} for update`;
    return found(await tx.find<AgreementRow>(sql, params));
  }

  /** Whoever may see it. */
  findForUpdate(tx: Tx, id: string): Promise<AgreementRow | undefined> {
    return tx.find<AgreementRow>(`select ${COLUMNS} from agreement a where a.id = $1 for update`, [id]);
  }

  /**
   * For the clock, which holds its own row: a command holds the agreement and then wants that row, so the clock must not
   * wait. It fails instead and is tried again.
   */
  findForClock(tx: Tx, id: string): Promise<AgreementRow | undefined> {
    return tx.find<AgreementRow>(`select ${COLUMNS} from agreement a where a.id = $1 for update nowait`, [id]);
  }

  list(grant: Grant, filter: AgreementFilter, after: string | undefined, limit: number): Promise<AgreementRow[]> {
    const { institutionId, type, status, divisionPrefix, on, today } = filter;
    const params: unknown[] = [type, status, divisionPrefix, on].map((value) => value ?? null);
    params.push(today, after ?? null, limit);
    // A condition of its own where it is asked for, so that the index of either party serves it.
    const ofHouse = institutionId === undefined ? '' : `and ${partyIn(HOUSE(`$${params.push(institutionId)}`))}`;
    return this.database.many<AgreementRow>(
      `select ${COLUMNS} from agreement a
       where ($1::text is null or $1 = any(a.types)) and ($2::text is null or ${statusOnSql('$5')} = $2)
         and ($3::text is null or a.division like $3 || '%')
         and ($4::date is null or (a.valid_from <= $4 and $4 <= coalesce(a.ended_on, a.valid_to))) ${ofHouse}
         and ($6::uuid is null or a.id > $6) and ${visible(grant, params)} order by a.id limit $7`,
      params,
    );
  }

  /** Agreements of an institution or of its units that are not over, locked in one order. */
  openOf(tx: Tx, institutionId: string): Promise<AgreementRow[]> {
    return tx.many<AgreementRow>(
      `select ${COLUMNS} from agreement a where a.status in ('DRAFT', 'PROPOSED', 'SIGNED', 'SUSPENDED')
         and exists (select from institution i where i.id in (a.care_institution_id, a.medical_institution_id)
                     and $1 in (i.id, i.host_id)) order by a.id for update`,
      [institutionId],
    );
  }

  /** Whether both sides signed what continues the agreement. */
  async isRenewed(tx: Tx, id: string): Promise<boolean> {
    return (await tx.find("select 1 from agreement where renews_id = $1 and status = 'SIGNED'", [id])) !== undefined;
  }

  insert(tx: Tx, agreement: AgreementRow): void {
    tx.insert(AgreementRow, agreement);
  }

  update(tx: Tx, { id, version }: AgreementRow, changes: Partial<AgreementRow>): void {
    tx.update(AgreementRow, { id, version }, changes);
  }

  /** Takes the term for these parties and types; the constraint `agreement_no_overlap` refuses a second one. */
  insertCover(tx: Tx, row: AgreementRow): void {
    tx.write(
      `insert into agreement_cover (agreement_id, type, care_institution_id, medical_institution_id, term)
       select $1, unnest($2::text[]), $3, $4, daterange($5, $6, '[]')`,
      [row.id, row.types, row.careInstitutionId, row.medicalInstitutionId, row.validFrom, row.validTo],
    );
  }

  /** Lets others take the term again. */
  releaseCover(tx: Tx, id: string): void {
    tx.write('delete from agreement_cover where agreement_id = $1', [id]);
  }

  insertCheck(tx: Tx, check: AgreementCheckRow): void {
    tx.insert(AgreementCheckRow, check);
  }

  /** Checks of an agreement that the caller may see, in the order in which they were recorded. */
  listChecks(
    grant: Grant,
    agreementId: string,
    after: string | undefined,
    limit: number,
  ): Promise<AgreementCheckRow[]> {
    const params: unknown[] = [agreementId, after ?? null, limit];
    return this.database.many<AgreementCheckRow>(
      `select k.id, k.agreement_id, k.kind, k.result, k.checked_on, k.organisation_id, k.role, k.recorded_at
       from agreement_check k join agreement a on a.id = k.agreement_id
       where a.id = $1 and ($2::uuid is null or k.id > $2) and ${visible(grant, params)} order by k.id limit $3`,
      params,
    );
  }
}

/** What the grant opens; a draft only to the party that wrote it. */
function visible(grant: Grant, params: unknown[]): string {
  const inScope = rowFilter(grant, SCOPE, params);
  params.push(ownInstitutions(grant.caller));
  return `${inScope} and (a.status <> 'DRAFT' or a.proposed_by = any($${params.length}::uuid[]))`;
}

function found(row: AgreementRow | undefined): AgreementRow {
  if (!row) throw refusal('NOT_FOUND');
  return row;
}
