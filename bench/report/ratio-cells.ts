import type { Ratio } from '../measure/compare.ts';

/** What a median ratio must reach or may not exceed; neither: for information only. */
export interface Goal {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Cells of a ratio's row after its name: median, worst pair, all pairs, goal, verdict. */
export function ratioCells(ratio: Ratio, goal: Goal): string[] {
  const wanted = goalText(goal);
  if (ratio.tooNoisy) return ['too noisy', '', `baseline spread ${ratio.spread.toFixed(2)}x`, wanted, 'no result'];
  const pairs = ratio.pairs.map((pair) => pair.toFixed(2)).join(' ');
  return [`${ratio.median.toFixed(2)}x`, `${ratio.worst.toFixed(2)}x`, pairs, wanted, verdict(ratio.median, goal)];
}

function goalText({ atLeast, atMost }: Goal): string {
  if (atLeast !== undefined) return `≥ ${atLeast.toFixed(1)}x`;
  return atMost !== undefined ? `≤ ${atMost.toFixed(1)}x` : 'none, for information';
}

function verdict(figure: number, { atLeast, atMost }: Goal): string {
  if (atLeast === undefined && atMost === undefined) return '';
  return figure >= (atLeast ?? -Infinity) && figure <= (atMost ?? Infinity) ? 'met' : '**missed**';
}
