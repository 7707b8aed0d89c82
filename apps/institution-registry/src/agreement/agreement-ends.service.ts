import { Injectable } from '@nestjs/common';
import { AccessDecisions } from '@yiyang/access';
import { Commands, type Answer, type Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { addDays, type CivilDate } from '@yiyang/standards';
import type { Maker } from '../history/history.js';
import { AgreementDesk } from './agreement.desk.js';
import type { AgreementReasonBody, TerminateAgreementBody } from './agreement.dto.js';
import type { AgreementRow } from './agreement.entity.js';
import { AgreementRecorder } from './agreement.recorder.js';
import { AgreementRepository } from './agreement.repository.js';
import { statusOn } from './domain/agreement-status.js';
import { assertTerminable } from './domain/agreement.js';

/** How an agreement is interrupted and how it ends before its term does. */
@Injectable()
export class AgreementEndsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly agreements: AgreementRepository,
    private readonly desk: AgreementDesk,
    private readonly recorder: AgreementRecorder,
  ) {}

  suspend(call: Call, id: string, body: AgreementReasonBody): Promise<Answer> {
    return this.step(call, id, 'suspend', () => body);
  }

  cure(call: Call, id: string, body: AgreementReasonBody): Promise<Answer> {
    return this.step(call, id, 'cure', () => body);
  }

  /** Takes a draft, a proposal or what has not begun back; it was never in force. */
  withdraw(call: Call, id: string, body: AgreementReasonBody): Promise<Answer> {
    return this.step(call, id, 'withdraw', () => ({ ...body, endedOn: addDays(this.desk.today, -1) }));
  }

  terminate(call: Call, id: string, { reasonCode, effectiveOn }: TerminateAgreementBody): Promise<Answer> {
    const change = (row: AgreementRow) => {
      assertTerminable(row, effectiveOn, this.desk.today);
      return { reasonCode, endedOn: addDays(effectiveOn, -1) };
    };
    return this.step(call, id, 'terminate', change, { effectiveOn });
  }

  /**
   * Ends whatever the institution and its units have agreed or proposed, in the transaction that takes it out of service.
   * The caller holds the institution's row. Source: REG-45 (003篇十四); state machine 8.3.
   */
  async endAllOf(
    tx: Tx,
    institutionId: string,
    of: { by: Maker; action: string; effectiveOn: CivilDate; reasonCode: string },
  ): Promise<void> {
    const { reasonCode, effectiveOn, ...telling } = of;
    const endedOn = addDays(effectiveOn, -1);
    for (const row of await this.agreements.openOf(tx, institutionId)) {
      if (statusOn(row, effectiveOn) === 'EXPIRED') continue;
      const wasSigned = row.status === 'SIGNED' || row.status === 'SUSPENDED';
      const status = wasSigned ? 'TERMINATED' : 'WITHDRAWN';
      this.recorder.change(tx, row, { status, reasonCode, endedOn }, { ...telling, effectiveOn });
    }
  }

  private step(
    call: Call,
    id: string,
    action: 'suspend' | 'cure' | 'withdraw' | 'terminate',
    changesOf: (row: AgreementRow) => Partial<AgreementRow>,
    telling: { effectiveOn?: CivilDate } = {},
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, `agreement.${action}`);
    return this.commands.run(call, async (tx) => {
      const { row, status } = await this.desk.take(tx, call, grant, { id, action });
      return this.desk.change(tx, grant, row, { ...changesOf(row), status }, telling);
    });
  }
}
