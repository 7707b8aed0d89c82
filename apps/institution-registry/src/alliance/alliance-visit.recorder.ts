import { Injectable } from '@nestjs/common';
import { Audit, type Grant } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import type { Explanation } from '@yiyang/decisions';
import { Outbox } from '@yiyang/messaging';
import { Clock, Deadlines, type OnDue, type Tx } from '@yiyang/persistence';
import type { DeadlineHandlers } from '@yiyang/service';
import { addDays, civilDateInShanghai, startOfDayShanghai } from '@yiyang/standards';
import { Reviews } from '../review/reviews.js';
import { AllianceVisitRepository } from './alliance-visit.repository.js';
import type { AllianceVisitRow } from './alliance.entity.js';
import { visitState } from './domain/alliance-visit.js';

const VISIT = 'alliance.visit';

/** What goes with a planned visit: its clock, what is said of it, the review of who waits for it. Source: CON-23. */
@Injectable()
export class AllianceVisitRecorder implements DeadlineHandlers {
  readonly handlers: Readonly<Record<string, OnDue>> = {
    [VISIT]: async (tx, { subjectId }) => {
      const visit = await this.visits.findForClock(tx, subjectId);
      if (visit && visit.doneOn === null) this.say(tx, visit);
    },
  };

  constructor(
    private readonly visits: AllianceVisitRepository,
    private readonly deadlines: Deadlines,
    private readonly reviews: Reviews,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  planned(tx: Tx, visit: AllianceVisitRow, because: Pick<Explanation, 'clause' | 'policyVersion'> = {}): void {
    const { clause = null, policyVersion = null } = because;
    this.deadlines.start(tx, {
      ...{ kind: VISIT, subjectId: visit.id, rule: 'CON-23', clause, policyVersion },
      ...{ division: visit.division, ownerId: visit.visitorId },
      startedAt: this.clock.now(),
      dueAt: startOfDayShanghai(addDays(visit.latestOn, 1)),
    });
    this.say(tx, visit);
  }

  done(tx: Tx, visit: AllianceVisitRow): void {
    this.deadlines.finish(tx, VISIT, visit.id, this.clock.now());
    this.say(tx, visit);
  }

  /** Nobody waits for the visits of an institution that left. Source: REG-28. */
  async callOff(tx: Tx, allianceId: string, institutionId: string): Promise<void> {
    const after = civilDateInShanghai(this.clock.now());
    for (const visit of await this.visits.deletePlanned(tx, { allianceId, institutionId, after })) {
      this.deadlines.finish(tx, VISIT, visit.id, this.clock.now());
      this.reviews.request(tx, visit.hostId);
    }
  }

  audited(tx: Tx, { caller, action }: Grant, resourceId: string): void {
    this.audit.record(tx, caller, { action, resource: 'alliance-visit', resourceId, outcome: 'ALLOWED' });
  }

  private say(tx: Tx, visit: AllianceVisitRow): void {
    const { id: visitId, allianceId, kind, visitorId, hostId, dueOn, division } = visit;
    const state = visitState(visit, civilDateInShanghai(this.clock.now()));
    const event = { allianceId, visitId, kind, visitorId, hostId, dueOn, state, division };
    this.outbox.publish(tx, EVENT.allianceVisitChangedV1, allianceId, event, { regioncode: division });
    this.reviews.request(tx, hostId);
  }
}
