import { Injectable } from '@nestjs/common';
import { EVENT, type InstitutionBedReductionRequestedV1 } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import type { BedKind } from '@yiyang/standards';
import { BedPoolRepository } from './bed-pool.repository.js';
import { BedPromiseRow } from './bed-promise.entity.js';
import { promiseBeds } from './domain/bed-promise.js';

/** Answers the registry's reductions by the true use: only beds that nobody uses may go. Source: REG-22; architecture §4. */
@Injectable()
export class BedReductions {
  constructor(
    private readonly pools: BedPoolRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Counted under the lock of whoever gives out a bed of the kind. The copy must have seen the request too: then it knows
   * every change of the inventory that was said before it.
   */
  async answer(tx: Tx, event: InstitutionBedReductionRequestedV1, division: string): Promise<void> {
    const { bedChangeId, institutionId, count } = event;
    const bedKind = event.bedKind as BedKind;
    if (!(await this.pools.knowsChange(tx, bedChangeId))) throw refusal('UNKNOWN_REFERENCE');
    const { outcome, spare } = promiseBeds(await this.pools.findForUpdate(tx, institutionId, bedKind), count);
    const promisedAt = this.clock.now();
    if (outcome === 'CONFIRMED') tx.insert(BedPromiseRow, { bedChangeId, institutionId, bedKind, count, promisedAt });
    const answer = { bedChangeId, institutionId, bedKind, outcome, count, spare, division };
    const answeredAt = promisedAt.toISOString();
    this.outbox.publish(
      tx,
      EVENT.bedUseReductionAnsweredV1,
      bedChangeId,
      { ...answer, answeredAt },
      { regioncode: division },
    );
  }
}
