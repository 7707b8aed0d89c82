import { systemContext } from '@yiyang/access';
import { EVENT, TOPIC, type RecordDocumentAddedV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { Clock } from '@yiyang/persistence';
import { ReferralRepository } from './referral.repository.js';
import { TimeLimits } from './time-limits.js';

/** The papers of an emergency referral have arrived: its clock stops. Source: REF-24. */
@Consumer({
  name: 'emergency-papers',
  kind: 'reaction',
  topics: [TOPIC.record],
  ignore: [EVENT.recordAssessmentCompletedV1, EVENT.recordGrantOpenedV1, EVENT.recordGrantEndedV1],
})
export class EmergencyPapersConsumer {
  constructor(
    private readonly clock: Clock,
    private readonly referrals: ReferralRepository,
    private readonly limits: TimeLimits,
  ) {}

  @EventPattern<string>(EVENT.recordDocumentAddedV1)
  async onDocumentAdded(@Payload() event: RecordDocumentAddedV1, @Tx() tx: Tx): Promise<void> {
    if (event.referralId === undefined) return;
    tx.actAs(systemContext('referral'));
    const referral = await this.referrals.findForUpdate(tx, event.referralId);
    if (!referral?.papersDueAt || referral.elderId !== event.elderId) return;
    this.referrals.note(tx, referral.id, { papersDueAt: null });
    this.limits.finishPapers(tx, referral.id, this.clock.now());
  }
}
