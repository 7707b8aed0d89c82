import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Database, json, type Tx } from '@yiyang/persistence';
import { BedChangeRow } from './bed.entity.js';
import type { BedLine } from './domain/bed-days.js';

export interface BedChange extends Omit<BedChangeRow, 'lines'> {
  readonly lines: readonly BedLine[];
}

const COLUMNS = `c.id, c.institution_id, c.division, c.status, c.effective_on, c.lines, c.bed_kind, c.count, c.spare,
  c.requested_at, c.answered_at, c.action, c.reason_code, c.client_id, c.role, c.organisation_id, c.version`;
const SCOPE = { serviceRegion: 'c.division', institution: 'c.institution_id' };

/** All SQL of changes of the inventory. */
@Injectable()
export class BedChangeRepository {
  constructor(private readonly database: Database) {}

  insert(tx: Tx, change: BedChange): void {
    tx.insert(BedChangeRow, { ...change, lines: json(change.lines) });
  }

  update(tx: Tx, { id, version }: BedChange, changes: Partial<Omit<BedChangeRow, 'lines'>>): void {
    tx.update(BedChangeRow, { id, version }, changes);
  }

  /** Of an institution whose row is locked. */
  find(tx: Tx, institutionId: string, id: string): Promise<BedChange | undefined> {
    return tx.find<BedChange>(`select ${COLUMNS} from bed_change c where c.institution_id = $1 and c.id = $2`, [
      institutionId,
      id,
    ]);
  }

  /** Confirmed changes that have not taken effect yet, the earliest first. */
  confirmed(tx: Tx, institutionId: string): Promise<BedChange[]> {
    return tx.many<BedChange>(
      `select ${COLUMNS} from bed_change c where c.institution_id = $1 and c.status = 'CONFIRMED'
       order by c.effective_on, c.id`,
      [institutionId],
    );
  }

  async get(grant: Grant, institutionId: string, id: string): Promise<BedChange> {
    const params: unknown[] = [institutionId, id];
    const inScope = rowFilter(grant, SCOPE, params);
    const sql = `select ${COLUMNS} from bed_change c where c.institution_id = $1 and c.id = $2 and ${inScope}`;
    const change = await this.database.find<BedChange>(sql, params);
    if (!change) throw refusal('NOT_FOUND');
    return change;
  }

  /** Newest first. */
  list(grant: Grant, of: { institutionId: string; before: string | null; limit: number }): Promise<BedChange[]> {
    const params: unknown[] = [of.institutionId, of.before, of.limit];
    const inScope = rowFilter(grant, SCOPE, params);
    return this.database.many<BedChange>(
      `select ${COLUMNS} from bed_change c
       where c.institution_id = $1 and ($2::uuid is null or c.id < $2) and ${inScope} order by c.id desc limit $3`,
      params,
    );
  }
}
