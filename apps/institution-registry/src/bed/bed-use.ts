import type { BedKind } from '@yiyang/standards';
import type { BedStock } from './bed.repository.js';
import { NO_BEDS, type BedCounts } from './domain/bed-days.js';

export function stockOf(stocks: readonly BedStock[], kind: BedKind): BedStock | undefined {
  return stocks.find((stock) => stock.kind === kind);
}

/** What holds now. */
export function presentOf(stocks: readonly BedStock[], kind: BedKind): BedCounts {
  return stockOf(stocks, kind)?.present ?? NO_BEDS;
}

/**
 * How the beds of a kind are used now: free + held + occupied + kept + blocked = operating. Beds withheld for a confirmed
 * reduction count as blocked. Source: architecture §4.
 */
export function useOf(stock: BedStock | undefined) {
  if (!stock) return { held: 0, occupied: 0, kept: 0, blocked: 0, free: 0, asOf: null };
  const { held, occupied, kept, withheld, present, usedAt: asOf } = stock;
  const blocked = present.blocked + withheld;
  return { held, occupied, kept, blocked, free: present.operating - blocked - held - occupied - kept, asOf };
}
