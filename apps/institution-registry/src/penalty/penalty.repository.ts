import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@yiyang/persistence';
import { PenaltyRow } from './penalty.entity.js';

export interface ListedPenalty extends PenaltyRow {
  readonly institutionName: string;
}

/** All SQL of penalties. */
@Injectable()
export class PenaltyRepository {
  constructor(private readonly database: Database) {}

  insert(tx: Tx, penalty: PenaltyRow): void {
    tx.insert(PenaltyRow, penalty);
  }

  /** What is listed on a day, the newest first. */
  listed(of: {
    readonly divisionPrefix: string | undefined;
    readonly institutionId: string | undefined;
    readonly on: string;
    readonly before: string | undefined;
    readonly limit: number;
  }): Promise<ListedPenalty[]> {
    return this.database.many<ListedPenalty>(
      `select p.id, p.institution_id, i.name as institution_name, p.division, p.conduct, p.penalty, p.legal_basis,
         p.decided_on, p.listed_to
       from penalty p join institution i on i.id = p.institution_id
       where ($1::text is null or p.division like $1 || '%') and ($2::uuid is null or p.institution_id = $2)
         and (p.listed_to is null or p.listed_to >= $3::date) and ($4::uuid is null or p.id < $4)
       order by p.id desc limit $5`,
      [of.divisionPrefix ?? null, of.institutionId ?? null, of.on, of.before ?? null, of.limit],
    );
  }
}
