import { Injectable } from '@nestjs/common';
import type { BedUseChangedV1 } from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';

// One use moves from what it was to what it is, and the counts of its kind with it. A released use is forgotten.
const MOVE = `
  with was as (select use from bed_use_copy where bed_use_id = $1),
  put as (
    insert into bed_use_copy (bed_use_id, institution_id, bed_kind, use) select $1, $2, $3, $4 where $4 <> 'RELEASED'
    on conflict (bed_use_id) do update set use = excluded.use),
  gone as (delete from bed_use_copy where bed_use_id = $1 and $4 = 'RELEASED'),
  step as (
    select kind, ($4 = kind)::int - coalesce((select (use = kind)::int from was), 0) as by
    from unnest(array['HELD', 'OCCUPIED', 'KEPT']) kind)
  insert into bed_use_count_copy as c (institution_id, bed_kind, held, occupied, kept, as_of)
  select $2, $3, held.by, occupied.by, kept.by, $5
  from (select by from step where kind = 'HELD') held, (select by from step where kind = 'OCCUPIED') occupied,
    (select by from step where kind = 'KEPT') kept
  on conflict (institution_id, bed_kind) do update set held = c.held + excluded.held,
    occupied = c.occupied + excluded.occupied, kept = c.kept + excluded.kept,
    as_of = greatest(c.as_of, excluded.as_of)`;

/** Writes the copy of how many beds of each kind are used. */
@Injectable()
export class BedUseCopy {
  changed(tx: Tx, { bedUseId, institutionId, bedKind, use, from }: BedUseChangedV1): void {
    tx.write(MOVE, [bedUseId, institutionId, bedKind, use, from]);
  }
}
