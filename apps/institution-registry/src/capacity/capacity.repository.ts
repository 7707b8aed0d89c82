import { Injectable } from '@nestjs/common';
import { Database } from '@yiyang/persistence';
import type { Capacity, CapacityCursor, CapacitySearch } from './capacity-search.js';
import { capacitySql } from './capacity-sql.js';

/** Reads beds of many institutions at once. */
@Injectable()
export class CapacityRepository {
  constructor(private readonly database: Database) {}

  /** A page in the order of divisions, or of distance where a place is given. */
  search(search: CapacitySearch, after: CapacityCursor | undefined, limit: number): Promise<Capacity[]> {
    const { sql, params } = capacitySql(search, after, limit);
    return this.database.many<Capacity>(sql, params);
  }
}
