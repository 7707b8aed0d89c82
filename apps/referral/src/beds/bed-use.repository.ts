import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { Tx } from '@yiyang/persistence';
import type { InstitutionSide } from '@yiyang/standards';
import { BedUseRow } from './bed-use.entity.js';
import { sideOfBed, type BedUse } from './domain/bed-use.js';

const COLUMNS = `b.id, b.version, b.institution_id, b.bed_kind, b.slot, b.elder_id, b.referral_id, b.use, b.use_since,
  b.is_reserved,   b.service_region, b.residence_region, b.insured_region`;

// The ranges follow the use, and never end before they began, whatever the clocks say.
const UPDATE = `
  update bed_use set version = version + 1, use = $3, use_since = $4,
    period = case when $3 = 'RELEASED' then tstzrange(lower(period), greatest(lower(period), $4)) else period end,
    tenure = case
      when $3 = 'OCCUPIED' and tenure is null then tstzrange($4, null)
      when $3 = 'RELEASED' and tenure is not null then tstzrange(lower(tenure), greatest(lower(tenure), $4))
      else tenure end
  where id = $1 and version = $2`;

/** A use in a list, with where it began and, when it is over, ended. */
export type ListedBedUse = BedUse & { readonly from: Date; readonly to: Date | null };

@Injectable()
export class BedUseRepository {
  /** The use of a bed, locked. */
  findForUpdate(tx: Tx, id: string): Promise<BedUse | undefined> {
    return tx.find<BedUse>(`select ${COLUMNS} from bed_use b where b.id = $1 for update`, [id]);
  }

  /** The bed of one side that is the elder's own, occupied or kept, locked. */
  findOwnForUpdate(tx: Tx, elderId: string, side: InstitutionSide): Promise<BedUse | undefined> {
    const sql = `select ${COLUMNS} from bed_use b
      where b.elder_id = $1 and b.side = $2 and b.use in ('OCCUPIED', 'KEPT') for update`;
    return tx.find<BedUse>(sql, [elderId, side]);
  }

  insert(tx: Tx, bedUse: BedUse): void {
    const range = `[${bedUse.useSince.toISOString()},)`;
    const tenure = bedUse.use === 'HELD' ? null : range;
    tx.insert(BedUseRow, { ...bedUse, side: sideOfBed(bedUse.bedKind), period: range, tenure });
  }

  /** Moves a use on; guarded by version. */
  update(tx: Tx, { id, version, use, useSince }: BedUse): void {
    tx.write(UPDATE, [id, version, use, useSince], (rows) => {
      if (rows !== 1) throw refusal('VERSION_CHANGED');
    });
  }

  /** Uses inside the grant, newest first, one more than `limit`. */
  list(
    tx: Tx,
    grant: Grant,
    query: { institutionId: string; before: string | null; limit: number },
  ): Promise<ListedBedUse[]> {
    const params: unknown[] = [query.institutionId, query.before, query.limit + 1];
    const inScope = rowFilter(grant, { institution: 'b.institution_id' }, params);
    return tx.many<ListedBedUse>(
      `select ${COLUMNS}, lower(b.period) as "from", upper(b.period) as "to" from bed_use b
       where b.institution_id = $1 and ($2::uuid is null or b.id < $2) and ${inScope} order by b.id desc limit $3`,
      params,
    );
  }
}
