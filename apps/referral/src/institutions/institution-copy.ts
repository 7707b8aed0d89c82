import { Injectable } from '@nestjs/common';
import type {
  InstitutionBedInventoryChangedV1,
  InstitutionBedReductionRequestedV1,
  InstitutionFiledV1,
  InstitutionLicensedV1,
  InstitutionOperationChangedV1,
  InstitutionQualificationChangedV1,
  InstitutionRegistrationChangedV1,
} from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';
import type { BedKind, CivilDate, InstitutionKind } from '@yiyang/standards';
import {
  BedInventoryCopyRow,
  InstitutionCopyRow,
  OperationCopyRow,
  QualificationCopyRow,
} from './institution.entity.js';

/** Writes the copy of the registry's facts. */
@Injectable()
export class InstitutionCopy {
  qualified(tx: Tx, event: InstitutionFiledV1 | InstitutionLicensedV1, effectiveOn: CivilDate): void {
    const { institutionId, qualificationId, side, division } = event;
    const facts = { side, division, level: event.level ?? null, hostId: event.hostId ?? null };
    tx.insert(
      InstitutionCopyRow,
      { institutionId, kind: event.kind as InstitutionKind, ...facts },
      `on conflict (institution_id) do update set kind = excluded.kind, side = excluded.side, level = excluded.level,
       host_id = excluded.host_id, division = excluded.division`,
    );
    this.setQualification(tx, { qualificationId, institutionId, state: 'ACTIVE', effectiveOn });
  }

  qualificationChanged(tx: Tx, event: InstitutionQualificationChangedV1): void {
    const { qualificationId, institutionId, state, effectiveOn } = event;
    this.setQualification(tx, { qualificationId, institutionId, state, effectiveOn });
  }

  registrationChanged(tx: Tx, { institutionId, level }: InstitutionRegistrationChangedV1): void {
    tx.write('update institution_copy set level = $2 where institution_id = $1', [institutionId, level]);
  }

  operationChanged(tx: Tx, event: InstitutionOperationChangedV1): void {
    tx.insert(
      OperationCopyRow,
      {
        institutionId: event.institutionId,
        operationFrom: event.from,
        operationTo: event.to,
        effectiveOn: event.effectiveOn,
      },
      `on conflict (institution_id) do update set operation_from = excluded.operation_from,
       operation_to = excluded.operation_to, effective_on = excluded.effective_on`,
    );
  }

  bedInventoryChanged(tx: Tx, event: InstitutionBedInventoryChangedV1): void {
    const { institutionId, operating, blocked, reserved = 0, bedChangeId } = event;
    tx.insert(
      BedInventoryCopyRow,
      { institutionId, bedKind: event.bedKind as BedKind, operating, blocked, reserved },
      `on conflict (institution_id, bed_kind) do update set operating = excluded.operating, blocked = excluded.blocked,
       reserved = excluded.reserved`,
    );
    // The beds that were promised for the change are now either gone or given out again.
    if (bedChangeId !== undefined)
      tx.write('update bed_change_copy set is_settled = true where bed_change_id = $1 and bed_kind = $2', [
        bedChangeId,
        event.bedKind,
      ]);
  }

  bedReductionRequested(
    tx: Tx,
    { bedChangeId, institutionId, bedKind, count }: InstitutionBedReductionRequestedV1,
  ): void {
    tx.write(
      `insert into bed_change_copy (bed_change_id, institution_id, bed_kind, count) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [bedChangeId, institutionId, bedKind, count],
    );
  }

  private setQualification(tx: Tx, row: QualificationCopyRow): void {
    tx.insert(
      QualificationCopyRow,
      row,
      'on conflict (qualification_id) do update set state = excluded.state, effective_on = excluded.effective_on',
    );
  }
}
