import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@yiyang/persistence';
import type { Capacity, CapacityCursor, CapacitySearch } from './capacity-search.js';
import { capacitySql } from './capacity-sql.js';

/** Reads beds of many institutions at once. */
@Injectable()
export class CapacityRepository {
  constructor(private readonly database: Database) {}

  /** A page in the order of divisions, or of distance where a place is given. */
  search(
    search: CapacitySearch,
    after: CapacityCursor | undefined,
    limit: number,
    tx: Pick<Tx, 'many'> = this.database,
  ): Promise<Capacity[]> {
    const { sql, params } = capacitySql(search, after, limit);
    return tx.many<Capacity>(sql, params);
  }

  /** When the free beds of an institution were last said. */
  listing(tx: Tx, institutionId: string): Promise<{ division: string; isOperating: boolean; listedAt: Date | null }> {
    return tx.one(
      `select i.division, i.operation_state = 'OPERATING' as is_operating, l.listed_at
       from institution i left join free_bed_listing l on l.institution_id = i.id where i.id = $1`,
      [institutionId],
    );
  }

  noteListing(tx: Tx, institutionId: string, at: Date): void {
    tx.write(
      `insert into free_bed_listing (institution_id, listed_at) values ($1, $2)
       on conflict (institution_id) do update set listed_at = excluded.listed_at`,
      [institutionId, at],
    );
  }
}
