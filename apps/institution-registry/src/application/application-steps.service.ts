import { Injectable } from '@nestjs/common';
import type { Answer, Call } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { ElderCareScope } from '../institution/elder-care-scope.js';
import { assertNotInFuture } from '../institution/domain/not-in-future.js';
import { ApplicationClock } from './application-clock.js';
import { ApplicationPreparing } from './application-preparing.js';
import { stateOf } from './application-state.js';
import type { AskMoreBody, ScopeChangeBody } from './application-steps.dto.js';
import { ApplicationDesk } from './application.desk.js';
import type { ShownMaterialsBody } from './application.dto.js';
import type { SupplementView } from './application.view.js';
import {
  acceptApplication,
  askMore,
  opensElderCare,
  recordScopeChange,
  resubmitApplication,
  withdrawApplication,
} from './domain/application.js';
import type { Flag } from './domain/flag.js';

/** The steps of an application on its way to a decision. */
@Injectable()
export class ApplicationStepsService {
  constructor(
    private readonly desk: ApplicationDesk,
    private readonly preparing: ApplicationPreparing,
    private readonly scope: ElderCareScope,
    private readonly answer: ApplicationClock,
    private readonly clock: Clock,
  ) {}

  accept(call: Call, id: string): Promise<Answer> {
    return this.desk.change(call, 'application.accept', id, async (row, tx) => {
      const scopeChangedOn = opensElderCare(row) && row.hostId ? await this.scope.since(tx, row.hostId) : null;
      const status = acceptApplication({ ...stateOf(row), scopeChangedOn }, call.caller.role);
      const clock = status === 'ACCEPTED' ? await this.answer.start(tx, row) : {};
      return { status, scopeChangedOn, acceptedAt: this.clock.now(), ...clock };
    });
  }

  askMore(call: Call, id: string, { items }: AskMoreBody): Promise<Answer> {
    return this.desk.change(call, 'application.ask-more', id, (row, tx) => {
      const status = askMore(stateOf(row), call.caller.role, items);
      this.answer.pause(tx, row);
      return { status, supplement: { items, askedAt: this.clock.now() } };
    });
  }

  resubmit(call: Call, id: string, body: ShownMaterialsBody): Promise<Answer> {
    return this.desk.change(call, 'application.resubmit', id, async (row, tx) => {
      const status = resubmitApplication(stateOf(row), call.caller.role);
      const shown = await this.preparing.shown(row, body);
      const supplement = { ...(row.supplement as SupplementView), answeredAt: this.clock.now() };
      const others = (row.flags as Flag[]).filter(({ rule }) => rule !== 'REG-38');
      const flags = [...others, ...shown.flags];
      return { status, supplement, ...(await this.answer.resume(tx, row)), ...shown, flags };
    });
  }

  /** The host's charter is a fact of the host: later filings need no further change. */
  recordScopeChange(call: Call, id: string, { changedOn: scopeChangedOn }: ScopeChangeBody): Promise<Answer> {
    return this.desk.change(call, 'application.record-scope-change', id, async (row, tx) => {
      const status = recordScopeChange(stateOf(row), call.caller.role);
      assertNotInFuture('changedOn', scopeChangedOn, this.desk.today());
      await this.scope.open(tx, call.caller, row.hostId as string, scopeChangedOn);
      return { status, scopeChangedOn, ...(await this.answer.start(tx, row)) };
    });
  }

  withdraw(call: Call, id: string): Promise<Answer> {
    return this.desk.change(call, 'application.withdraw', id, (row, tx) => {
      const status = withdrawApplication(stateOf(row), call.caller.role);
      this.answer.stop(tx, row);
      return { status };
    });
  }
}
