import { EVENT, TOPIC, type BedUseReductionAnsweredV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { refusal } from '@yiyang/decisions';
import { InstitutionRepository } from '../institution/institution.repository.js';
import { BedChangeRepository } from './bed-change.repository.js';
import { BedChanges } from './bed-changes.js';
import { BedRepository } from './bed.repository.js';

/** Referral's answers to reductions: it owns the use of the beds. Source: REG-22; architecture §4. */
@Consumer({ name: 'bed-answers', kind: 'reaction', topics: [TOPIC.bedUse], ignore: [EVENT.bedUseChangedV1] })
export class BedAnswersConsumer {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly beds: BedRepository,
    private readonly changes: BedChangeRepository,
    private readonly bedChanges: BedChanges,
  ) {}

  @EventPattern<string>(EVENT.bedUseReductionAnsweredV1)
  async onAnswered(@Payload() event: BedUseReductionAnsweredV1, @Tx() tx: Tx): Promise<void> {
    const { institutionId, bedChangeId, outcome, spare } = event;
    const answeredAt = new Date(event.answeredAt);
    const institution = await this.institutions.findForUpdate(tx, institutionId);
    const change = institution && (await this.changes.find(tx, institutionId, bedChangeId));
    if (!change) throw refusal('UNKNOWN_REFERENCE');
    if (outcome === 'REFUSED') return this.bedChanges.refuse(tx, change, spare, answeredAt);
    this.bedChanges.confirm(tx, await this.beds.stocks(institutionId, tx), change, spare, answeredAt);
    this.beds.touch(tx, institutionId);
  }
}
