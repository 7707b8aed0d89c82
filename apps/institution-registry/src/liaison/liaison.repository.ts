import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Database, json, type Tx } from '@yiyang/persistence';
import { LiaisonFormRow } from './liaison-form.entity.js';

const COLUMNS = `l.id, l.care_institution_id, l.medical_institution_id, l.division, l.doctors, l.nurses, l.service_hours,
  l.in_other_county, l.reason, l.status, l.filled_on, l.ended_on, l.version`;

const SCOPE = { serviceRegion: 'l.division', institution: ['l.care_institution_id', 'l.medical_institution_id'] };

const FILTER = `($1::text is null or l.division like $1 || '%')
  and ($2::uuid is null or $2 in (l.care_institution_id, l.medical_institution_id)) and ($3::uuid is null or l.id > $3)`;

export interface LiaisonFilter {
  readonly divisionPrefix?: string | undefined;
  readonly institutionId?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** All SQL of liaison forms. */
@Injectable()
export class LiaisonRepository {
  constructor(private readonly database: Database) {}

  async get(grant: Grant, id: string): Promise<LiaisonFormRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from liaison_form l where l.id = $1 and ${rowFilter(grant, SCOPE, params)}`;
    return found(await this.database.find<LiaisonFormRow>(sql, params));
  }

  async getForUpdate(tx: Tx, grant: Grant, id: string): Promise<LiaisonFormRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from liaison_form l where l.id = $1 and ${rowFilter(grant, SCOPE, params)} for update`;
    return found(await tx.find<LiaisonFormRow>(sql, params));
  }

  list(grant: Grant, filter: LiaisonFilter): Promise<LiaisonFormRow[]> {
    const params = paramsOf(filter);
    const scope = rowFilter(grant, SCOPE, params);
    return this.database.many(
      `select ${COLUMNS} from liaison_form l where ${FILTER} and ${scope} order by l.id limit $4`,
      params,
    );
  }

  /** Forms in use between institutions that are at work, with their names. Source: CON-08. */
  listContacts(filter: LiaisonFilter): Promise<(object & { id: string })[]> {
    return this.database.many(
      `select l.id, l.care_institution_id, c.name as care_institution_name, l.medical_institution_id,
         m.name as medical_institution_name, l.division, l.doctors, l.nurses, l.service_hours
       from liaison_form l join institution c on c.id = l.care_institution_id
         join institution m on m.id = l.medical_institution_id
       where ${FILTER} and l.status = 'ACTIVE' and c.operation_state in ('OPERATING', 'RECTIFYING')
         and m.operation_state in ('OPERATING', 'RECTIFYING') order by l.id limit $4`,
      paramsOf(filter),
    );
  }

  insert(tx: Tx, row: LiaisonFormRow): void {
    tx.insert(LiaisonFormRow, stored(row));
  }

  update(tx: Tx, { id, version }: LiaisonFormRow, changes: Partial<LiaisonFormRow>): void {
    tx.update(LiaisonFormRow, { id, version }, stored(changes));
  }
}

function paramsOf({ divisionPrefix, institutionId, after, limit }: LiaisonFilter): unknown[] {
  return [divisionPrefix ?? null, institutionId ?? null, after ?? null, limit];
}

function stored(row: Partial<LiaisonFormRow>): Partial<LiaisonFormRow> {
  const { doctors, nurses } = row;
  return {
    ...row,
    ...(doctors && { doctors: json(doctors) }),
    ...(nurses && { nurses: json(nurses) }),
  } as Partial<LiaisonFormRow>;
}

function found(row: LiaisonFormRow | undefined): LiaisonFormRow {
  if (!row) throw refusal('NOT_FOUND');
  return row;
}
