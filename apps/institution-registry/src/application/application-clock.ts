import { Injectable } from '@nestjs/common';
import { Clock, Deadlines, type OnDue, type Tx } from '@yiyang/persistence';
import { addDays, civilDateInShanghai, startOfDayShanghai } from '@yiyang/standards';
import { ApplicationEvents } from './application-events.js';
import type { ApplicationRow } from './application.entity.js';
import { askedOnOf } from './application.view.js';
import { ApplicationPolicies } from './application-policies.js';
import { ApplicationRepository } from './application.repository.js';
import { resumeAnswerClock, startAnswerClock } from './domain/answer-clock.js';
import { DEPARTMENT_OF_SIDE, takesGreenChannel } from './domain/application.js';

const ANSWER = 'application.answer';

/** The set time in which the green channel answers, from acceptance. Source: REG-13. */
@Injectable()
export class ApplicationClock {
  readonly handlers: Readonly<Record<string, OnDue>> = {
    [ANSWER]: (tx, { subjectId }, moment) => this.tell(tx, subjectId, moment === 'WARNING' ? 'NEAR' : 'OVERDUE'),
  };

  constructor(
    private readonly policies: ApplicationPolicies,
    private readonly applications: ApplicationRepository,
    private readonly deadlines: Deadlines,
    private readonly events: ApplicationEvents,
    private readonly clock: Clock,
  ) {}

  /** @returns the columns of the clock; none where no time is set. */
  async start(
    tx: Tx,
    application: ApplicationRow,
  ): Promise<Pick<Partial<ApplicationRow>, 'nearOn' | 'dueOn' | 'limitBecause'>> {
    if (!takesGreenChannel(application)) return {};
    const { id, division, side } = application;
    const startedAt = this.clock.now();
    const acceptedOn = civilDateInShanghai(startedAt);
    const limit = await this.policies.answerLimit(division, acceptedOn);
    if (!limit) return {};
    const { value, ...because } = limit;
    const { nearOn, dueOn } = startAnswerClock(acceptedOn, value);
    const { clause, policyVersion } = because;
    this.deadlines.start(tx, {
      ...{ kind: ANSWER, subjectId: id, rule: 'REG-13', clause, policyVersion, startedAt },
      warnAt: startOfDayShanghai(nearOn),
      dueAt: startOfDayShanghai(addDays(dueOn, 1)),
      division,
      ownerRole: DEPARTMENT_OF_SIDE[side],
    });
    return { nearOn, dueOn, limitBecause: { rule: 'REG-13', ...because, inputs: { acceptedOn, ...value } } };
  }

  /** Nobody waits for the department while the applicant gives what is missing. */
  pause(tx: Tx, { id }: ApplicationRow): void {
    this.deadlines.pause(tx, ANSWER, id, this.clock.now());
  }

  async resume(tx: Tx, row: ApplicationRow): Promise<Pick<Partial<ApplicationRow>, 'nearOn' | 'dueOn'>> {
    const { id: subjectId, nearOn, dueOn } = row;
    const askedOn = askedOnOf(row);
    if (nearOn === null || dueOn === null || askedOn === null) return {};
    const at = this.clock.now();
    const clock = resumeAnswerClock({ nearOn, dueOn }, { from: askedOn, to: civilDateInShanghai(at) });
    const afterPause = () => startOfDayShanghai(addDays(clock.dueOn, 1));
    await this.deadlines.resume(tx, { kind: ANSWER, subjectId, at, afterPause });
    return clock;
  }

  stop(tx: Tx, { id, dueOn }: ApplicationRow): void {
    if (dueOn === null) return;
    this.deadlines.finish(tx, ANSWER, id, this.clock.now());
  }

  private async tell(tx: Tx, id: string, clock: 'NEAR' | 'OVERDUE'): Promise<void> {
    const application = await this.applications.find(tx, id);
    if (application?.status === 'ACCEPTED') this.events.moved(tx, application, clock);
  }
}
