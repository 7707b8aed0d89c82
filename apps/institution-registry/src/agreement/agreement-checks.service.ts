import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { Commands, found, type Answer, type Call, type PageQuery } from '@yiyang/http';
import { Clock, cursorId, newId, pageById } from '@yiyang/persistence';
import { AgreementDesk } from './agreement.desk.js';
import type { RecordCheckBody } from './agreement.dto.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementCheckView } from './agreement.view.js';
import { recordCheck } from './domain/agreement.js';

/** Periodic checks (定期检查) and key supervision (重点监督) of agreements in force. Source: CON-10. */
@Injectable()
export class AgreementChecksService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly agreements: AgreementRepository,
    private readonly desk: AgreementDesk,
    private readonly clock: Clock,
  ) {}

  record(call: Call, id: string, body: RecordCheckBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'agreement.record-check');
    return this.commands.run(call, async (tx) => {
      const { row, status } = await this.desk.take(tx, call, grant, { id, action: 'recordCheck' });
      const lastCheckedOn = recordCheck(row, body.checkedOn, this.desk.today);
      const { role, organisationId = null } = call.caller;
      const who = { role, organisationId, recordedAt: this.clock.now() };
      this.agreements.insertCheck(tx, { ...body, ...who, id: newId(), agreementId: id });
      return this.desk.change(tx, grant, row, { status, lastCheckedOn });
    });
  }

  async list(caller: Caller, id: string, query: PageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'agreement.list-checks');
    const after = cursorId(query.cursor);
    const rows = await this.agreements.listChecks(grant, id, after, query.limit + 1);
    if (rows.length === 0) await this.agreements.get(grant, id);
    const { items, nextCursor } = pageById(rows, query.limit);
    return found({ items: items.map((row) => viewOf(grant, 'agreement-check', agreementCheckView(row))), nextCursor });
  }
}
