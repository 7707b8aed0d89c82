/** Whether (b) and (c) together cost one level or two; the wording is disputed, so a region's policy decides. */
export type AdjustmentMode = 'single' | 'cumulative';

export interface AdjustmentFacts {
  /** 昏迷, from A.5.11 or B.3.9. B.3.9 = 0 alone also means 昏睡, so it is asked separately. */
  readonly coma: boolean;
  /** Confirmed F00-F03, or F04-F99 diagnosed by a specialist. */
  readonly dementia: boolean;
  /** Care risk events in the last 30 days. */
  readonly riskEvents: number;
  readonly adjustmentMode: AdjustmentMode;
}

export interface LevelAdjustment<Level extends number> {
  readonly rule: 'C.4(a)' | 'C.4(b)' | 'C.4(c)';
  /** Level before this rule and after it; equal when it hit but nothing was left to worsen or the mode counts one hit. */
  readonly from: Level;
  readonly to: Level;
}

const RISK_EVENTS_THAT_COUNT = 2;

/**
 * Applies the adjustments of an assessment: (a) coma is the worst level, (b) dementia and (c) two risk events cost one level
 * each, never beyond the worst. Every rule that hit is returned, in order. `levels` runs from best to worst.
 * Sources: GB/T 42195-2022 C.4; MZ/T 039-2013; standards §5.
 */
export function adjustLevel<Level extends number>(
  preliminary: Level,
  levels: readonly Level[],
  facts: AdjustmentFacts,
): LevelAdjustment<Level>[] {
  const adjustments: LevelAdjustment<Level>[] = [];
  const worst = levels.at(-1) ?? preliminary;
  const worse = (level: Level): Level => levels[levels.indexOf(level) + 1] ?? worst;
  let level = preliminary;
  const hit = (rule: LevelAdjustment<Level>['rule'], to: Level): void => {
    adjustments.push({ rule, from: level, to });
    level = to;
  };
  if (facts.coma) hit('C.4(a)', worst);
  if (facts.dementia) hit('C.4(b)', worse(level));
  if (facts.riskEvents >= RISK_EVENTS_THAT_COUNT) {
    const isCounted = facts.adjustmentMode === 'cumulative' || !facts.dementia;
    hit('C.4(c)', isCounted ? worse(level) : level);
  }
  return adjustments;
}
