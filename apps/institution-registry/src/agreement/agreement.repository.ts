import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Database, type Tx } from '@yiyang/persistence';
import { AgreementRow } from './agreement.entity.js';

const COLUMNS = `a.id, a.care_institution_id, a.medical_institution_id, a.types, a.items, a.mechanisms, a.content, a.way,
  a.cost, a.duties, a.valid_from, a.valid_to, a.division, a.status, a.care_signed_at, a.medical_signed_at, a.version`;

const SCOPE = { serviceRegion: 'a.division', institution: ['a.care_institution_id', 'a.medical_institution_id'] };

/** All SQL of agreements. */
@Injectable()
export class AgreementRepository {
  constructor(private readonly database: Database) {}

  async get(grant: Grant, id: string): Promise<AgreementRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from agreement a where a.id = $1 and ${rowFilter(grant, SCOPE, params)}`;
    return found(await this.database.find<AgreementRow>(sql, params));
  }

  async getForUpdate(tx: Tx, grant: Grant, id: string): Promise<AgreementRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from agreement a where a.id = $1 and ${rowFilter(grant, SCOPE, params)} for update`;
    return found(await tx.find<AgreementRow>(sql, params));
  }

  list(
    grant: Grant,
    institutionId: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<AgreementRow[]> {
    const params: unknown[] = [institutionId ?? null, after ?? null, limit];
    return this.database.many<AgreementRow>(
      `select ${COLUMNS} from agreement a
       where ($1::uuid is null or a.care_institution_id = $1 or a.medical_institution_id = $1)
         and ($2::uuid is null or a.id > $2) and ${rowFilter(grant, SCOPE, params)} order by a.id limit $3`,
      params,
    );
  }

  insert(tx: Tx, agreement: AgreementRow): void {
    tx.insert(AgreementRow, agreement);
  }

  update(tx: Tx, { id, version }: AgreementRow, changes: Partial<AgreementRow>): void {
    tx.update(AgreementRow, { id, version }, changes);
  }
}

function found(row: AgreementRow | undefined): AgreementRow {
  if (!row) throw refusal('NOT_FOUND');
  return row;
}
