import { Injectable } from '@nestjs/common';
import { systemContext } from '@yiyang/access';
import { EVENT, type ReferralAcceptedV1, type ReferralCompletedV1 } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Outbox } from '@yiyang/messaging';
import { Deadlines, newId, type OnDue, type Tx } from '@yiyang/persistence';
import { Policies } from '@yiyang/service';
import { civilDateInShanghai } from '@yiyang/standards';
import { regionsOf } from '../people/domain/person.js';
import { ElderRepository } from '../people/elder.repository.js';
import { SERVICE } from '../service-name.js';
import { grantEndAfter } from './domain/read-grant.js';
import { ReadGrantRow } from './relation.entity.js';

type Ended = Pick<ReadGrantRow, 'id' | 'elderId' | 'referralId' | 'institutionId' | 'residenceRegion'>;

const DEADLINE = 'READ_GRANT_END';
const RULE = 'REF-27';
const RETURNING = 'returning id, elder_id, referral_id, institution_id, residence_region';
// A referral that was completed before keeps its tail.
const END_NOW = `
  update read_grant set ended_at = $2 where referral_id = $1 and ended_at is null and ends_on is null ${RETURNING}`;
const END_DUE = `update read_grant set ended_at = $2 where id = $1 and ended_at is null ${RETURNING}`;
const SET_END = `update read_grant set ends_on = $2 where referral_id = $1 and ended_at is null returning id`;

/** The receiving side of a referral may read the record from acceptance until the tail after completion. Source: REF-27. */
@Injectable()
export class ReadGrants {
  constructor(
    private readonly elders: ElderRepository,
    private readonly policies: Policies,
    private readonly deadlines: Deadlines,
    private readonly outbox: Outbox,
  ) {}

  /** What happens when a grant's last day is over. Reads do not wait for it: they compare dates themselves. */
  readonly handlers: Readonly<Record<string, OnDue>> = {
    [DEADLINE]: async (tx, deadline) => {
      tx.actAs(systemContext(SERVICE));
      this.publishEnded(tx, await tx.many<Ended>(END_DUE, [deadline.subjectId, deadline.dueAt]), deadline.dueAt);
    },
  };

  async open(tx: Tx, event: ReferralAcceptedV1): Promise<void> {
    const { referralId, elderId, toInstitutionId: institutionId, acceptedAt } = event;
    const regions = await this.elders.regions(tx, elderId);
    const id = newId();
    const ids = { elderId, referralId, institutionId };
    tx.insert(ReadGrantRow, { id, ...ids, openedAt: new Date(acceptedAt), ...regionsOf(regions) });
    const data = { ...ids, grantId: id, openedAt: acceptedAt };
    this.outbox.publish(tx, EVENT.recordGrantOpenedV1, elderId, data, { regioncode: regions.residenceRegion });
  }

  /** Sets the last day by the policy of `division`, the place of the stay. */
  async setEnd(tx: Tx, { referralId, completedAt }: ReferralCompletedV1, division: string): Promise<void> {
    tx.actAs(systemContext(SERVICE));
    const completed = new Date(completedAt);
    const tail = await this.policies.find<number>(division, 'grantTailDays', civilDateInShanghai(completed));
    // The copy of the policy may still be on its way.
    if (!tail) throw refusal('UNKNOWN_REFERENCE');
    const { endsOn, endsAt } = grantEndAfter(completed, tail.value);
    const { clause, policyVersion } = tail;
    for (const { id } of await tx.many<{ id: string }>(SET_END, [referralId, endsOn])) {
      const deadline = { kind: DEADLINE, subjectId: id, rule: RULE, clause, policyVersion };
      this.deadlines.start(tx, { ...deadline, startedAt: completed, dueAt: endsAt });
    }
  }

  /** Ends at once what a referral opened that came to nothing. */
  async end(tx: Tx, referralId: string, at: string): Promise<void> {
    tx.actAs(systemContext(SERVICE));
    const endedAt = new Date(at);
    this.publishEnded(tx, await tx.many<Ended>(END_NOW, [referralId, endedAt]), endedAt);
  }

  private publishEnded(tx: Tx, ended: readonly Ended[], at: Date): void {
    for (const { id: grantId, elderId, referralId, institutionId, residenceRegion } of ended) {
      const data = { elderId, grantId, referralId, institutionId, endedAt: at.toISOString() };
      this.outbox.publish(tx, EVENT.recordGrantEndedV1, elderId, data, { regioncode: residenceRegion });
    }
  }
}
