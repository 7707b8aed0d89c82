import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { Tx } from '@yiyang/persistence';

const AMOUNTS = ['total', 'in_scope', 'deductible', 'pool', 'major', 'aid', 'person', 'cash'] as const;
const SUMS = AMOUNTS.map((name) => `sum(${name}_fen)::bigint as ${name}_fen`).join(', ');

/** What one scheme has paid and charged in a year, in fen: the sum of its ledger. */
export interface Accumulated {
  readonly scheme: string;
  readonly admissions: bigint;
  readonly totalFen: bigint;
  readonly inScopeFen: bigint;
  readonly deductibleFen: bigint;
  readonly poolFen: bigint;
  readonly majorFen: bigint;
  readonly aidFen: bigint;
  readonly personFen: bigint;
  readonly cashFen: bigint;
}

@Injectable()
export class AccumulationRepository {
  /** Refuses an elder that the grant does not reach, as if she were not known. */
  async requireElder(tx: Tx, elderId: string, grant: Grant): Promise<void> {
    const params: unknown[] = [elderId];
    const columns = { insuredRegion: 'e.insured_region', elder: 'e.elder_id', relationTable: 'claim' };
    const filter = rowFilter(grant, columns, params);
    const found = await tx.find(`select e.elder_id from elder_copy e where e.elder_id = $1 and ${filter}`, params);
    if (!found) throw refusal('NOT_FOUND');
  }

  ofYear(tx: Tx, elderId: string, year: number): Promise<Accumulated[]> {
    return tx.many<Accumulated>(
      `select scheme, sum(admissions) as admissions, ${SUMS} from benefit_entry
       where elder_id = $1 and year = $2 group by scheme order by scheme`,
      [elderId, year],
    );
  }
}
