import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@yiyang/persistence';
import type { BedKind, CivilDate } from '@yiyang/standards';
import type { BedAlternative, BedPool } from './domain/bed-pool.js';
import { bedsFor } from './domain/can-allot-bed.js';

const POOLS = 'select * from bed_pools($1, $2)';
// Whoever gives out a bed of a kind holds the row of its inventory until the commit, so that the count below is the
// last word even where some beds are blocked. A skipped lock would call beds taken that a rollback gives back.
const LOCK = 'select from bed_inventory_copy where institution_id = $1 and bed_kind = $2 for update';
const ALTERNATIVES = `
  select p.* from bed_pools(array(
    select i.institution_id from institution_copy i join operation_copy o using (institution_id)
    where i.division = $1 and i.institution_id <> $2
      and case when o.effective_on <= $4 then o.operation_to else o.operation_from end = 'OPERATING'), $3) p
  cross join lateral (select p.operating - p.blocked - p.held - p.occupied - p.kept
    - case when $5 then 0 else greatest(0, p.reserved - p.reserved_used) end as free) f
  where f.free > 0 order by f.free desc, p.institution_id limit 5`;

/** How many beds there are and are free. Numbers only. */
@Injectable()
export class BedPoolRepository {
  constructor(private readonly database: Database) {}

  /** The pool, locked against everybody else who gives out a bed of it; undefined where there is no such bed. */
  async findForUpdate(tx: Tx, institutionId: string, bedKind: BedKind): Promise<BedPool | undefined> {
    // A statement of its own: the count must be taken after the lock is had, not with the snapshot that waited for it.
    tx.write(LOCK, [institutionId, bedKind]);
    return tx.find<BedPool>(POOLS, [[institutionId], bedKind]);
  }

  /** Whether the copy has come as far as the registry's request, and so knows every inventory said before it. */
  async knowsChange(tx: Tx, bedChangeId: string): Promise<boolean> {
    const known = await tx.find('select 1 as known from bed_change_copy where bed_change_id = $1', [bedChangeId]);
    return known !== undefined;
  }

  findAll(institutionId: string): Promise<BedPool[]> {
    return this.database.many<BedPool>(`${POOLS} order by bed_kind`, [[institutionId], null]);
  }

  /** Up to five other operating institutions of the division with a free bed of the kind, most beds first. */
  async findAlternatives(
    tx: Tx,
    wanted: {
      readonly division: string;
      readonly institutionId: string;
      readonly bedKind: BedKind;
      readonly on: CivilDate;
      readonly isExtremelyPoor: boolean;
    },
  ): Promise<BedAlternative[]> {
    const pools = await tx.many<BedPool>(ALTERNATIVES, [
      wanted.division,
      wanted.institutionId,
      wanted.bedKind,
      wanted.on,
      wanted.isExtremelyPoor,
    ]);
    return pools.map((pool) => ({
      institutionId: pool.institutionId,
      bedKind: pool.bedKind,
      free: bedsFor(pool, wanted),
    }));
  }
}
