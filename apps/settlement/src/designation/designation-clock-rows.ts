import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, Deadlines, type Deadline, type DeadlineMoment, type OnDue, type Tx } from '@yiyang/persistence';
import type { DeadlineHandlers } from '@yiyang/service';
import { civilDateInShanghai, type CivilDate } from '@yiyang/standards';
import type { SourcedLimits } from './designation-policies.js';
import { DesignationRepository } from './designation.repository.js';
import type { Designation } from './domain/designation.js';
import { lateFrom, warnFrom } from './domain/designation-clocks.js';

const EVALUATION = 'designation.evaluation';
const AGREEMENT = 'designation.agreement';

/** The two statutory clocks of a designation as deadline rows; a warning and a breach are said once and change no status. */
@Injectable()
export class DesignationClockRows implements DeadlineHandlers {
  readonly handlers: Readonly<Record<string, OnDue>> = {
    [EVALUATION]: (tx, deadline, moment) => this.say(tx, deadline, 'EVALUATION', moment),
    [AGREEMENT]: (tx, deadline, moment) => this.say(tx, deadline, 'AGREEMENT', moment),
  };

  constructor(
    private readonly deadlines: Deadlines,
    private readonly designations: DesignationRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  today(): CivilDate {
    return civilDateInShanghai(this.clock.now());
  }

  /** Both start at acceptance (D4). */
  start(tx: Tx, designation: Designation & { status: 'UNDER_EVALUATION' }, limits: SourcedLimits): void {
    const { evaluationDueOn, division } = designation;
    const { evaluationWarningDays: warningDays } = limits;
    const clocks = [
      { kind: EVALUATION, rule: 'SET-03', dueOn: evaluationDueOn, policy: limits.evaluationPolicy, warningDays },
      { kind: AGREEMENT, rule: 'SET-04', dueOn: designation.agreementDueOn, policy: limits.agreementPolicy },
    ];
    for (const { kind, rule, dueOn, policy, warningDays = null } of clocks) {
      if (dueOn === null) continue;
      const { clause = null, policyVersion = null } = policy ?? {};
      const startedAt = this.clock.now();
      this.deadlines.start(tx, {
        kind,
        subjectId: designation.id,
        rule,
        clause,
        policyVersion,
        startedAt,
        dueAt: lateFrom(dueOn),
        warnAt: warningDays === null ? undefined : warnFrom(dueOn, warningDays),
        division,
        ownerRole: 'INSURANCE',
      });
    }
  }

  evaluated(tx: Tx, designationId: string): void {
    this.deadlines.finish(tx, EVALUATION, designationId, this.clock.now());
  }

  /** No clock runs for a designation that is open, rejected or ended. */
  finishAll(tx: Tx, designationId: string): void {
    this.evaluated(tx, designationId);
    this.deadlines.finish(tx, AGREEMENT, designationId, this.clock.now());
  }

  private async say(
    tx: Tx,
    deadline: Deadline,
    clock: 'EVALUATION' | 'AGREEMENT',
    moment: DeadlineMoment,
  ): Promise<void> {
    const designation = await this.designations.find(tx, deadline.subjectId);
    if (!designation || !('evaluationDueOn' in designation)) return;
    const dueOn = clock === 'EVALUATION' ? designation.evaluationDueOn : designation.agreementDueOn;
    if (!dueOn) return;
    const { id, institutionId, division } = designation;
    const event = { designationId: id, institutionId, clock, dueOn };
    const type = moment === 'WARNING' ? EVENT.designationDeadlineNearV1 : EVENT.designationDeadlineMissedV1;
    this.outbox.publish(tx, type, id, event, { regioncode: division });
  }
}
