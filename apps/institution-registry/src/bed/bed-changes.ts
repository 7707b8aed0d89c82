import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, newId, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, type CivilDate } from '@yiyang/standards';
import { Reviews } from '../review/reviews.js';
import { BedChangeRepository, type BedChange } from './bed-change.repository.js';
import { BedPlan } from './bed-plan.js';
import { BedRepository, type BedStock } from './bed.repository.js';
import { afterStep, assertNotAsked, holdsFrom, reductionOf } from './domain/bed-change.js';
import { minus, type BedLine } from './domain/bed-days.js';
import { assertSpare } from './domain/set-counts.js';
import { presentOf, stockOf, useOf } from './bed-use.js';

/** A change as it is wanted. */
export interface WantedChange {
  readonly institution: { readonly id: string; readonly division: string };
  readonly lines: readonly BedLine[];
  readonly effectiveOn: CivilDate;
  readonly action: string;
  readonly reasonCode: string | null;
}

/** Makes changes of the inventory and lets them take effect; the institution's row is locked by then. */
@Injectable()
export class BedChanges {
  constructor(
    private readonly beds: BedRepository,
    private readonly changes: BedChangeRepository,
    private readonly plan: BedPlan,
    private readonly outbox: Outbox,
    private readonly reviews: Reviews,
    private readonly clock: Clock,
  ) {}

  /** A change that takes beds away is asked of referral, any other one holds from its day at once. */
  make(tx: Tx, caller: Caller, stocks: readonly BedStock[], wanted: WantedChange): BedChange {
    for (const { kind } of wanted.lines) assertNotAsked(kind, stockOf(stocks, kind)?.isAsked ?? false);
    this.plan.assertPossible(stocks, wanted);
    const change = this.newChange(caller, wanted);
    const { bedKind, count } = change;
    if (bedKind === null || count === null) {
      const settled = { ...change, status: this.settledStatus(change.effectiveOn) };
      this.changes.insert(tx, settled);
      this.hold(tx, stocks, settled);
      return settled;
    }
    assertSpare({ bedKind, count }, useOf(stockOf(stocks, bedKind)));
    this.changes.insert(tx, change);
    const { id: bedChangeId, institutionId, effectiveOn, division } = change;
    const asked = { institutionId, bedChangeId, bedKind, count, effectiveOn };
    this.outbox.publish(tx, EVENT.institutionBedReductionRequestedV1, institutionId, asked, { regioncode: division });
    return change;
  }

  /** Referral has confirmed that the beds are spare: they go, on their day. */
  confirm(tx: Tx, stocks: readonly BedStock[], change: BedChange, spare: number, answeredAt: Date): void {
    afterStep(change.status, 'confirm');
    const effectiveOn = holdsFrom(change.effectiveOn, this.today());
    const settled = { ...change, effectiveOn, spare, answeredAt, status: this.settledStatus(effectiveOn) };
    this.changes.update(tx, change, { effectiveOn, spare, answeredAt, status: settled.status });
    this.hold(tx, stocks, settled);
  }

  refuse(tx: Tx, change: BedChange, spare: number, answeredAt: Date): void {
    this.changes.update(tx, change, { status: afterStep(change.status, 'refuse'), spare, answeredAt });
  }

  /** The day of a confirmed change has come. */
  takeEffect(tx: Tx, stocks: readonly BedStock[], change: BedChange): void {
    this.changes.update(tx, change, { status: afterStep(change.status, 'takeEffect') });
    if (change.bedKind !== null) this.beds.withhold(tx, change.institutionId, change.bedKind, -(change.count ?? 0));
    this.plan.present(tx, stocks, change);
  }

  /** Before its day a confirmed change is taken back: its beds are given out again. */
  withdraw(tx: Tx, caller: Caller, stocks: readonly BedStock[], change: BedChange): BedChange {
    const status = afterStep(change.status, 'withdraw');
    for (const { kind } of change.lines) assertNotAsked(kind, stockOf(stocks, kind)?.isAsked ?? false);
    this.changes.update(tx, change, { status });
    const back = change.lines.map((line) => ({ kind: line.kind, ...minus(line) }));
    this.plan.write(tx, caller, stocks, { ...change, lines: back, action: 'bed-change.withdraw' });
    if (change.bedKind !== null) {
      this.beds.withhold(tx, change.institutionId, change.bedKind, -(change.count ?? 0));
      // The inventory as it is, said under the id of the change, tells referral to give the beds out again.
      this.plan.say(tx, change, change.bedKind, presentOf(stocks, change.bedKind));
    }
    return { ...change, status, version: change.version + 1 };
  }

  /** Writes the days that a confirmed change moves; it takes effect, or its beds are withheld until it does. */
  private hold(tx: Tx, stocks: readonly BedStock[], change: BedChange): void {
    this.plan.write(tx, change, stocks, change);
    if (change.status === 'EFFECTIVE') this.plan.present(tx, stocks, change);
    else if (change.bedKind !== null) this.beds.withhold(tx, change.institutionId, change.bedKind, change.count ?? 0);
    this.reviews.request(tx, change.institutionId);
  }

  private newChange(caller: Caller, wanted: WantedChange): BedChange {
    const { institution, lines, effectiveOn, action, reasonCode } = wanted;
    const { clientId, role, organisationId = null } = caller;
    const reduction = reductionOf(lines);
    return {
      ...{ id: newId(), institutionId: institution.id, division: institution.division, status: 'REQUESTED' },
      ...{ effectiveOn, lines, bedKind: reduction?.bedKind ?? null, count: reduction?.count ?? null, spare: null },
      ...{ requestedAt: this.clock.now(), answeredAt: null, action, reasonCode, clientId, role, organisationId },
      version: 1,
    };
  }

  private settledStatus(effectiveOn: CivilDate): 'EFFECTIVE' | 'CONFIRMED' {
    return effectiveOn <= this.today() ? 'EFFECTIVE' : 'CONFIRMED';
  }

  private today(): CivilDate {
    return civilDateInShanghai(this.clock.now());
  }
}
