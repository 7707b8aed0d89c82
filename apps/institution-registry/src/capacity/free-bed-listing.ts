import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { Policies } from '@yiyang/service';
import { civilDateInShanghai, type BedKind } from '@yiyang/standards';
import type { ReviewStep } from '../review/institution-review.js';
import { CapacityRepository } from './capacity.repository.js';
import { BedUseFreshness } from './bed-use-freshness.js';
import { figureAge } from './domain/figure-age.js';

const KEYS = ['rules.REG-47', 'bedListingKinds', 'bedListingMaxAgeHours'];
const HOUR_MS = 3_600_000;

/** Says the free beds of an institution as often as its region wants them listed. Source: REG-47 (003篇十五). */
@Injectable()
export class FreeBedListing implements ReviewStep {
  constructor(
    private readonly capacities: CapacityRepository,
    private readonly freshness: BedUseFreshness,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async review(tx: Tx, institutionId: string): Promise<Date | undefined> {
    const institution = await this.capacities.listing(tx, institutionId);
    const now = this.clock.now();
    const policy = await this.policies.findAll(institution.division, KEYS, civilDateInShanghai(now));
    if (!institution.isOperating || policy.get('rules.REG-47')?.value !== true) return undefined;
    const every = Number(policy.get('bedListingMaxAgeHours')?.value) * HOUR_MS;
    const due = (institution.listedAt?.getTime() ?? 0) + every;
    if (now.getTime() < due) return new Date(due);
    await this.list(tx, institutionId, (policy.get('bedListingKinds')?.value ?? []) as readonly BedKind[]);
    return new Date(now.getTime() + every);
  }

  private async list(tx: Tx, institutionId: string, kinds: readonly BedKind[]): Promise<void> {
    const [now, wholeAt] = [this.clock.now(), await this.freshness.seen()];
    const search = { kinds, institutionId, on: civilDateInShanghai(now) };
    for (const { bedKind, free, priceFen, usedAt, division } of await this.capacities.search(
      search,
      undefined,
      20,
      tx,
    )) {
      const { asOf } = figureAge({ wholeAt, usedAt }, now);
      const listed = {
        institutionId,
        bedKind,
        free: Math.max(0, free),
        listedAt: (asOf ?? now).toISOString(),
        division,
      };
      const event = { ...listed, ...(priceFen !== null && { priceFen: Number(priceFen) }) };
      this.outbox.publish(tx, EVENT.institutionFreeBedsListedV1, institutionId, event, { regioncode: division });
    }
    this.capacities.noteListing(tx, institutionId, now);
  }
}
