import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import type { ApplicationRow } from './application.entity.js';

/** Says what becomes of applications; of a draft nobody is told. */
@Injectable()
export class ApplicationEvents {
  constructor(private readonly outbox: Outbox) {}

  submitted(tx: Tx, application: ApplicationRow): void {
    const { id: applicationId, institutionId, kind, side, division, path, hostId } = application;
    const event = { applicationId, institutionId, kind, side, path, division, ...(hostId !== null && { hostId }) };
    this.outbox.publish(tx, EVENT.institutionApplicationSubmittedV1, institutionId, event, { regioncode: division });
  }

  /** Where the application stands now; the portal that it came by finds its own case number. Source: REG-12. */
  moved(tx: Tx, application: ApplicationRow, clock?: 'NEAR' | 'OVERDUE'): void {
    const { id, institutionId, status, dueOn, channel, externalCaseId, division } = application;
    if (status === 'DRAFT') return;
    const event = {
      ...{ applicationId: id, institutionId, status },
      ...(clock && { clock }),
      ...(dueOn !== null && { dueOn }),
      ...(channel !== null && { channel }),
      ...(externalCaseId !== null && { externalCaseId }),
    };
    this.outbox.publish(tx, EVENT.institutionApplicationChangedV1, institutionId, event, { regioncode: division });
  }
}
