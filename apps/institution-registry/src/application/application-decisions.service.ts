import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import type { Answer, Call } from '@yiyang/http';
import { Clock, type Tx } from '@yiyang/persistence';
import { assertNotInFuture } from '../institution/domain/not-in-future.js';
import { Qualifying } from '../institution/qualifying.js';
import { ApplicationClock } from './application-clock.js';
import { stateOf } from './application-state.js';
import type {
  ApproveApplicationBody,
  ApproveEstablishmentBody,
  FileApplicationBody,
  RefuseApplicationBody,
} from './application-steps.dto.js';
import { ApplicationDesk } from './application.desk.js';
import type { ApplicationRow } from './application.entity.js';
import { approveApplication, approveEstablishment, fileApplication, refuseApplication } from './domain/application.js';

/** The decision about an application: filed, licensed or refused. */
@Injectable()
export class ApplicationDecisionsService {
  constructor(
    private readonly desk: ApplicationDesk,
    private readonly qualifying: Qualifying,
    private readonly answer: ApplicationClock,
    private readonly clock: Clock,
  ) {}

  file(call: Call, id: string, { filedOn, validTo }: FileApplicationBody): Promise<Answer> {
    return this.desk.change(call, 'application.file', id, (row, tx) => {
      const status = fileApplication(stateOf(row), call.caller.role, filedOn);
      assertNotInFuture('filedOn', filedOn, this.desk.today());
      this.qualifying.qualify(tx, call.caller, row, { validFrom: filedOn, validTo: endOf(filedOn, validTo) });
      return { status, ...this.decided(tx, row, filedOn) };
    });
  }

  /** Outside the two-in-one; practice is registered by `approve`. Source: REG-06. */
  approveEstablishment(call: Call, id: string, body: ApproveEstablishmentBody): Promise<Answer> {
    return this.desk.change(call, 'application.approve-establishment', id, (row) => {
      const status = approveEstablishment(stateOf(row), call.caller.role);
      const { approvedOn: establishmentApprovedOn, establishmentApprovalNo } = body;
      assertNotInFuture('approvedOn', establishmentApprovedOn, this.desk.today());
      return { status, establishmentApprovalNo, establishmentApprovedOn };
    });
  }

  approve(call: Call, id: string, body: ApproveApplicationBody): Promise<Answer> {
    return this.desk.change(call, 'application.approve', id, (row, tx) => {
      const status = approveApplication(stateOf(row), call.caller.role, body);
      const { practiceRegistrationNo, licensedOn: validFrom, validTo } = body;
      const establishmentApprovalNo = row.establishmentApprovalNo ?? body.establishmentApprovalNo;
      assertNotInFuture('licensedOn', validFrom, this.desk.today());
      const numbers = { practiceRegistrationNo, ...(establishmentApprovalNo && { establishmentApprovalNo }) };
      const qualified = { validFrom, validTo: endOf(validFrom, validTo), ...numbers };
      this.qualifying.qualify(tx, call.caller, row, qualified);
      return { status, ...this.decided(tx, row, validFrom) };
    });
  }

  refuse(call: Call, id: string, body: RefuseApplicationBody): Promise<Answer> {
    return this.desk.change(call, 'application.refuse', id, (row, tx) => ({
      status: refuseApplication(stateOf(row), call.caller.role, body.legalBasis),
      ...body,
      ...this.decided(tx, row, this.desk.today()),
    }));
  }

  private decided(tx: Tx, row: ApplicationRow, decidedOn: string): Partial<ApplicationRow> {
    this.answer.stop(tx, row);
    return { decidedOn, decidedAt: this.clock.now() };
  }
}

function endOf(validFrom: string, validTo: string | undefined): string | null {
  if (validTo !== undefined && validTo < validFrom)
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'validTo', rule: `not before ${validFrom}` }] });
  return validTo ?? null;
}
