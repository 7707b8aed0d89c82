import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { json, newId, type Tx } from '@yiyang/persistence';
import { BenefitEntryRow, ClaimRow } from './claim.entity.js';
import type { BenefitDelta } from './domain/benefit-ledger.js';

const COLUMNS = { institution: 'institution_id', insuredRegion: 'insured_region', elder: 'elder_id' } as const;

/** Where a ledger entry belongs. */
export type EntryOf = Pick<BenefitEntryRow, 'kind' | 'reasonCode' | 'recordedAt'>;

@Injectable()
export class ClaimRepository {
  /** Makes claims of one person wait for each other; also where the person has none yet. */
  async lockAccount(tx: Tx, elderId: string): Promise<void> {
    tx.write('insert into benefit_account (elder_id) values ($1) on conflict do nothing', [elderId]);
    await tx.one('select elder_id from benefit_account where elder_id = $1 for update', [elderId]);
  }

  /** Claims of a person that stand. */
  standing(tx: Tx, elderId: string): Promise<ClaimRow[]> {
    return tx.many<ClaimRow>(`select * from claim where elder_id = $1 and status <> 'CANCELLED'`, [elderId]);
  }

  async get(tx: Tx, id: string, grant: Grant): Promise<ClaimRow> {
    const params: unknown[] = [id];
    const filter = rowFilter(grant, COLUMNS, params);
    const row = await tx.find<ClaimRow>(`select * from claim where id = $1 and ${filter}`, params);
    if (!row) throw refusal('NOT_FOUND');
    return row;
  }

  /** What the ledger says about one claim, oldest first. */
  entriesOf(tx: Tx, claimId: string): Promise<BenefitEntryRow[]> {
    return tx.many<BenefitEntryRow>('select * from benefit_entry where claim_id = $1 order by id', [claimId]);
  }

  insert(tx: Tx, claim: ClaimRow): void {
    const { bill, terms, settlement } = claim;
    // Written as text, because the driver would turn a list into a PostgreSQL array.
    const columns = {
      bill: json(bill),
      terms: json(terms),
      settlement: json(settlement),
    } as unknown as Partial<ClaimRow>;
    tx.insert(ClaimRow, { ...claim, ...columns });
  }

  /** Guarded by the version that was read. */
  update(tx: Tx, claim: ClaimRow, changes: Partial<ClaimRow>): void {
    const { settlement } = changes;
    const column = settlement && ({ settlement: json(settlement) } as unknown as Partial<ClaimRow>);
    tx.update(ClaimRow, { id: claim.id, version: claim.version }, { ...changes, ...column });
  }

  /** Adds a line to the benefit ledger. */
  append(tx: Tx, claim: ClaimRow, of: EntryOf, delta: BenefitDelta): void {
    const { id: claimId, elderId, year, scheme, insuredRegion } = claim;
    tx.insert(BenefitEntryRow, { id: newId(), claimId, elderId, year, scheme, insuredRegion, ...of, ...delta });
  }
}
