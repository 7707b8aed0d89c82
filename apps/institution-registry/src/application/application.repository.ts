import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Database, json, type Tx } from '@yiyang/persistence';
import { ApplicationRow } from './application.entity.js';

const COLUMNS = `a.id, a.institution_id, a.kind, a.side, a.path, a.path_because, a.level, a.grade, a.name, a.credit_code,
  a.division, a.ownership, a.profit_nature, a.investment_origin, a.host_id, a.beds, a.status, a.submitted_at,
  a.accepted_at, a.decided_on, a.legal_basis, a.reason_code, a.version`;

const SCOPE = { serviceRegion: 'a.division', institution: ['a.host_id', 'a.institution_id'] };

/** All SQL of applications. */
@Injectable()
export class ApplicationRepository {
  constructor(private readonly database: Database) {}

  async get(grant: Grant, id: string): Promise<ApplicationRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from application a where a.id = $1 and ${rowFilter(grant, SCOPE, params)}`;
    return found(await this.database.find<ApplicationRow>(sql, params));
  }

  async getForUpdate(tx: Tx, grant: Grant, id: string): Promise<ApplicationRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from application a where a.id = $1 and ${rowFilter(grant, SCOPE, params)} for update`;
    return found(await tx.find<ApplicationRow>(sql, params));
  }

  insert(tx: Tx, application: ApplicationRow): void {
    const { beds, pathBecause } = application;
    tx.insert(ApplicationRow, { ...application, beds: json(beds), pathBecause: json(pathBecause) });
  }

  update(tx: Tx, application: ApplicationRow, changes: Partial<ApplicationRow>): void {
    tx.update(ApplicationRow, { id: application.id, version: application.version }, changes);
  }
}

function found(row: ApplicationRow | undefined): ApplicationRow {
  if (!row) throw refusal('NOT_FOUND');
  return row;
}
