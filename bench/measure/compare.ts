import { median } from './percentile.ts';

/** Above this the machine was too busy with other things for a ratio. */
const NOISE = 1.5;

export interface Ratio {
  readonly median: number;
  /** Of the pair that speaks most against us. */
  readonly worst: number;
  /** Largest over smallest figure of the baseline alone. */
  readonly spread: number;
  /** Whether the baseline spread too much for the ratio to mean anything. */
  readonly tooNoisy: boolean;
  readonly pairs: readonly number[];
}

/**
 * Ours over the baseline, pair by pair.
 *
 * @param better whether a larger or a smaller ratio is better
 */
export function compare(ours: readonly number[], baseline: readonly number[], better: 'larger' | 'smaller'): Ratio {
  const pairs = ours.map((figure, i) => figure / (baseline[i] ?? Number.NaN));
  const spread = Math.max(...baseline) / Math.min(...baseline);
  return {
    median: median(pairs),
    worst: better === 'larger' ? Math.min(...pairs) : Math.max(...pairs),
    spread,
    tooNoisy: !(spread <= NOISE),
    pairs,
  };
}
