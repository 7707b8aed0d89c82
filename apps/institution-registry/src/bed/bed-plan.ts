import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, type BedKind, type CivilDate } from '@yiyang/standards';
import { History, type Maker } from '../history/history.js';
import type { BedChange } from './bed-change.repository.js';
import { BedRepository, type BedStock } from './bed.repository.js';
import { presentOf, stockOf } from './bed-use.js';
import { assertAddUp, moveFrom, plus, type BedCounts, type BedDay, type BedLine } from './domain/bed-days.js';

type Moving = { readonly lines: readonly BedLine[]; readonly effectiveOn: CivilDate };

/** The inventory day by day, past and planned, and what of it holds at present. */
@Injectable()
export class BedPlan {
  constructor(
    private readonly beds: BedRepository,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  assertPossible(stocks: readonly BedStock[], { lines, effectiveOn }: Moving): void {
    for (const line of lines) assertAddUp(line.kind, moveFrom(daysOf(stocks, line.kind), effectiveOn, line));
  }

  /** Writes the days that a change moves. */
  write(tx: Tx, maker: Maker, stocks: readonly BedStock[], change: BedChange): void {
    const { institutionId, effectiveOn, action } = change;
    const reasonCode = change.reasonCode ?? undefined;
    for (const line of change.lines) {
      const moved = moveFrom(daysOf(stocks, line.kind), effectiveOn, line);
      assertAddUp(line.kind, moved);
      this.beds.putDays(tx, institutionId, line.kind, moved);
      for (const { effectiveOn: day, ...state } of moved) {
        const of = { institutionId, aspect: 'BEDS', subject: line.kind, effectiveOn: day } as const;
        this.history.record(tx, maker, { ...of, state, action, reasonCode });
      }
    }
  }

  /** The change moves what holds now, and everybody learns of it. */
  present(tx: Tx, stocks: readonly BedStock[], change: BedChange): void {
    const { institutionId, effectiveOn } = change;
    for (const line of change.lines) {
      const present = plus(presentOf(stocks, line.kind), line);
      this.beds.putPresent(tx, institutionId, line.kind, { ...present, effectiveOn });
      this.say(tx, change, line.kind, present);
    }
  }

  /** What holds now, said as the work of the change. */
  say(tx: Tx, change: BedChange, bedKind: BedKind, present: BedCounts): void {
    const { id: bedChangeId, institutionId, division } = change;
    const effectiveOn = civilDateInShanghai(this.clock.now());
    const event = { institutionId, bedKind, ...present, effectiveOn, bedChangeId };
    this.outbox.publish(tx, EVENT.institutionBedInventoryChangedV1, institutionId, event, { regioncode: division });
  }
}

function daysOf(stocks: readonly BedStock[], kind: BedKind): readonly BedDay[] {
  return stockOf(stocks, kind)?.days ?? [];
}
