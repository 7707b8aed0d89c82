import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, startOfDayShanghai } from '@yiyang/standards';
import type { ReviewStep } from '../review/institution-review.js';
import { BedChangeRepository } from './bed-change.repository.js';
import { BedChanges } from './bed-changes.js';
import { BedRepository } from './bed.repository.js';

/** Lets planned changes of the beds take effect when their day comes. Source: REG-22. */
@Injectable()
export class BedEffects implements ReviewStep {
  constructor(
    private readonly changes: BedChangeRepository,
    private readonly beds: BedRepository,
    private readonly bedChanges: BedChanges,
    private readonly clock: Clock,
  ) {}

  async review(tx: Tx, institutionId: string): Promise<Date | undefined> {
    const today = civilDateInShanghai(this.clock.now());
    for (const change of await this.changes.confirmed(tx, institutionId)) {
      if (change.effectiveOn > today) return startOfDayShanghai(change.effectiveOn);
      this.bedChanges.takeEffect(tx, await this.beds.stocks(institutionId, tx), change);
      this.beds.touch(tx, institutionId);
    }
    return undefined;
  }
}
