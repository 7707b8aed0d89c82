import { Injectable } from '@nestjs/common';
import { Audit, viewOf, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, created, type Answer, type Call } from '@yiyang/http';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, type CivilDate } from '@yiyang/standards';
import type { AgreementRow } from './agreement.entity.js';
import { AgreementRecorder, type Telling } from './agreement.recorder.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementView } from './agreement.view.js';
import { stepAgreement, type AgreementAction, type StoredStatus } from './domain/agreement-status.js';

/** What every command on an agreement does the same way: take it under its lock, store it with its trail, answer it. */
@Injectable()
export class AgreementDesk {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly recorder: AgreementRecorder,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get today(): CivilDate {
    return civilDateInShanghai(this.clock.now());
  }

  /** The agreement that the caller has seen, and the status that the action gives it. */
  async take(
    tx: Tx,
    call: Call,
    grant: Grant,
    of: { id: string; action: AgreementAction },
  ): Promise<{ row: AgreementRow; status: StoredStatus }> {
    const row = await this.agreements.getForUpdate(tx, grant, of.id);
    if (row.version !== call.version) throw refusal('VERSION_CHANGED');
    return { row, status: stepAgreement(row, of.action, this.today) };
  }

  open(tx: Tx, grant: Grant, row: AgreementRow): Answer {
    this.recorder.open(tx, row, { by: grant.caller, action: grant.action });
    this.record(tx, grant, row.id);
    return created(this.view(grant, row), row.version, `/v1/agreements/${row.id}`);
  }

  change(
    tx: Tx,
    grant: Grant,
    row: AgreementRow,
    changes: Partial<AgreementRow>,
    telling: Pick<Telling, 'effectiveOn' | 'warningDays'> = {},
  ): Answer {
    const after = this.recorder.change(tx, row, changes, { by: grant.caller, action: grant.action, ...telling });
    this.record(tx, grant, row.id);
    return changed(this.view(grant, after), after.version);
  }

  view(grant: Grant, row: AgreementRow): object {
    return viewOf(grant, 'agreement', agreementView(row, this.today));
  }

  private record(tx: Tx, { caller, action }: Grant, resourceId: string): void {
    this.audit.record(tx, caller, { action, resource: 'agreement', resourceId, outcome: 'ALLOWED' });
  }
}
