/** One figure. A count has no denominator; a rate whose denominator is 0 has no value (standards §13). */
export interface Indicator {
  readonly code: string;
  readonly zh: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly parts?: Readonly<Record<string, number | null>>;
}

/** A plain count. */
export function countOf(code: string, zh: string, count: number): Indicator {
  return { code, zh, numerator: count, denominator: null, value: count };
}

/** The unrounded share, null where nothing was there to be counted. */
export function shareOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** The middle value, the mean of the two middle ones of an even number, null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
