import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { Database, type Tx } from '@yiyang/persistence';
import { AssessorRow } from './assessor.entity.js';

const COLUMNS = 'a.id, a.organisation_id, a.certificate_no, a.valid_from, a.valid_to, a.division, a.version';
const SCOPE = { serviceRegion: 'a.division' };

export interface AssessorFilter {
  readonly organisationId?: string | undefined;
  /** Only those whose certificate is valid on the day. */
  readonly on?: string | undefined;
}

/** All SQL of the register of assessors. */
@Injectable()
export class AssessorRepository {
  constructor(private readonly database: Database) {}

  find(grant: Grant, id: string): Promise<AssessorRow | undefined> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from assessor a where a.id = $1 and ${rowFilter(grant, SCOPE, params)}`;
    return this.database.find<AssessorRow>(sql, params);
  }

  findForUpdate(tx: Tx, grant: Grant, id: string): Promise<AssessorRow | undefined> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from assessor a where a.id = $1 and ${rowFilter(grant, SCOPE, params)} for update`;
    return tx.find<AssessorRow>(sql, params);
  }

  list(grant: Grant, filter: AssessorFilter, after: string | undefined, limit: number): Promise<AssessorRow[]> {
    const params: unknown[] = [filter.organisationId ?? null, filter.on ?? null, after ?? null, limit];
    return this.database.many<AssessorRow>(
      `select ${COLUMNS} from assessor a
       where ($1::uuid is null or a.organisation_id = $1)
         and ($2::date is null or (a.valid_from <= $2 and a.valid_to >= $2))
         and ($3::uuid is null or a.id > $3) and ${rowFilter(grant, SCOPE, params)} order by a.id limit $4`,
      params,
    );
  }

  insert(tx: Tx, assessor: AssessorRow): void {
    tx.insert(AssessorRow, assessor);
  }

  update(tx: Tx, { id, version }: AssessorRow, changes: Partial<AssessorRow>): void {
    tx.update(AssessorRow, { id, version }, changes);
  }
}
