import { Injectable } from '@nestjs/common';
import type { DesignationActivatedV1, DesignationSuspendedV1, DesignationTerminatedV1 } from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';
import { addDays } from '@yiyang/standards';

/** Writes the copy of which institutions may settle with which insurance. */
@Injectable()
export class DesignationCopy {
  activated(tx: Tx, { designationId, institutionId, schemes, activatedOn }: DesignationActivatedV1): void {
    tx.write(
      `insert into designation_copy (designation_id, institution_id, schemes, active_from) values ($1, $2, $3, $4)
       on conflict (designation_id) do update set schemes = excluded.schemes, active_from = excluded.active_from,
         active_to = null`,
      [designationId, institutionId, schemes, activatedOn],
    );
  }

  /** The day of the stop is the first day without; what ends later what was suspended gives no day back. */
  stopped(tx: Tx, { designationId, effectiveOn }: DesignationSuspendedV1 | DesignationTerminatedV1): void {
    const sql = 'update designation_copy set active_to = least(active_to, $2) where designation_id = $1';
    tx.write(sql, [designationId, addDays(effectiveOn, -1)]);
  }
}
