import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { cursorId, Database, json, type Page, pageById, type Tx } from '@yiyang/persistence';
import { DesignationRow } from './designation.entity.js';
import type { Designation } from './domain/designation.js';

const COLUMNS = { serviceRegion: 'division', institution: 'institution_id' } as const;

@Injectable()
export class DesignationRepository {
  constructor(private readonly database: Database) {}

  insert(tx: Tx, designation: Designation): void {
    tx.insert(DesignationRow, rowOf(designation));
  }

  /** Guarded by the version that was read. */
  update(tx: Tx, designation: Designation): void {
    const { id, version, institutionId: _, ...changes } = rowOf(designation);
    tx.update(DesignationRow, { id, version }, changes);
  }

  async getForUpdate(tx: Tx, id: string, grant: Grant): Promise<Designation> {
    const params: unknown[] = [id];
    const filter = rowFilter(grant, COLUMNS, params);
    const row = await tx.find<DesignationRow>(
      `select * from designation where id = $1 and ${filter} for update`,
      params,
    );
    if (!row) throw refusal('NOT_FOUND');
    return designationOf(row);
  }

  /**
   * For a deadline that has passed. Not locked: a step locks designation, then deadline, and the sweeper already holds the
   * deadline.
   */
  async find(tx: Tx, id: string): Promise<Designation | undefined> {
    const row = await tx.find<DesignationRow>('select * from designation where id = $1', [id]);
    return row && designationOf(row);
  }

  /** All designations an institution ever asked for, the latest first. */
  async ofInstitution(tx: Tx, institutionId: string, lock: '' | 'for update' = ''): Promise<Designation[]> {
    const sql = `select * from designation where institution_id = $1 order by id desc ${lock}`;
    return (await tx.many<DesignationRow>(sql, [institutionId])).map(designationOf);
  }

  async get(id: string, grant: Grant): Promise<Designation> {
    const params: unknown[] = [id];
    const filter = rowFilter(grant, COLUMNS, params);
    const row = await this.database.find<DesignationRow>(
      `select * from designation where id = $1 and ${filter}`,
      params,
    );
    if (!row) throw refusal('NOT_FOUND');
    return designationOf(row);
  }

  async list(
    grant: Grant,
    query: { institutionId?: string; limit: number; cursor?: string },
  ): Promise<Page<Designation>> {
    const after = cursorId(query.cursor) ?? null;
    const params: unknown[] = [after, query.institutionId ?? null, query.limit + 1];
    const filter = rowFilter(grant, COLUMNS, params);
    const rows = await this.database.many<DesignationRow>(
      `select * from designation where ($1::uuid is null or id > $1::uuid) and ($2::uuid is null or institution_id = $2::uuid)
         and ${filter} order by id limit $3`,
      params,
    );
    const page = pageById(rows, query.limit);
    return { ...page, items: page.items.map(designationOf) };
  }
}

function rowOf(designation: Designation): DesignationRow {
  const steps: Partial<Omit<DesignationRow, 'schemes'>> = designation;
  const periods = 'activePeriods' in designation ? designation.activePeriods : undefined;
  const { id, institutionId, division, status, appliedOn, version } = designation;
  return {
    ...{ id, institutionId, division, status, appliedOn, version },
    schemes: [...designation.schemes],
    acceptedOn: steps.acceptedOn ?? null,
    evaluationDueOn: steps.evaluationDueOn ?? null,
    agreementDueOn: steps.agreementDueOn ?? null,
    evaluatedOn: steps.evaluatedOn ?? null,
    signedOn: steps.signedOn ?? null,
    openedOn: steps.openedOn ?? null,
    activePeriods: json(periods ?? []),
    effectiveOn: steps.effectiveOn ?? null,
    reasonCode: steps.reasonCode ?? null,
  };
}

/** Only `rowOf` writes these rows, so a status has the columns of its steps. */
function designationOf(row: DesignationRow): Designation {
  return row as unknown as Designation;
}
