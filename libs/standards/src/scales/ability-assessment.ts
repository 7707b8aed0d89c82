import type { AdjustmentFacts, LevelAdjustment } from './adjust-level.js';
import { adjustLevel } from './adjust-level.js';
import type { AbilityItem, AbilityLevel } from './gbt42195-items.js';
import { ABILITY_ITEMS, ABILITY_LEVELS, ABILITY_PARTS, GBT42195_VERSION } from './gbt42195-items.js';

export type AbilityAssessmentInput = AdjustmentFacts &
  ({ readonly items: Readonly<Record<string, number>> } | { readonly total: number });

export interface AbilityAssessment {
  ok: true;
  scale: typeof GBT42195_VERSION;
  total: number;
  /** Sums of the four parts; absent when only a total was given. */
  parts?: { code: (typeof ABILITY_PARTS)[number]['code']; score: number }[];
  preliminaryLevel: AbilityLevel;
  level: AbilityLevel;
  /** Every rule of C.4 that hit, in order. */
  adjustments: LevelAdjustment<AbilityLevel>[];
}

/** What cannot be scored. `field` is an item code, `total` or `riskEvents`. */
export interface AssessmentInputError {
  field: string;
  problem: 'MISSING' | 'UNKNOWN' | 'OUT_OF_RANGE';
  /** Allowed are whole numbers from 0 to this. */
  max?: number;
}

const FULL_SCORE = 90;

/**
 * Scores an assessment and finds the level with its adjustments. Every fault of the input is reported, none thrown.
 * Source: GB/T 42195-2022 B, C.2, C.4; standards §5.
 */
export function assessAbility(
  input: AbilityAssessmentInput,
): AbilityAssessment | { ok: false; errors: AssessmentInputError[] } {
  const errors = [...scoreErrors(input), ...outOfRange('riskEvents', input.riskEvents, Number.MAX_SAFE_INTEGER)];
  if (errors.length > 0) return { ok: false, errors };
  const parts = 'items' in input ? partScores(input.items) : undefined;
  const total = 'total' in input ? input.total : sumOf(parts ?? []);
  const preliminaryLevel = levelOf(total);
  const adjustments = adjustLevel<AbilityLevel>(preliminaryLevel, [0, 1, 2, 3, 4], input);
  return {
    ok: true,
    scale: GBT42195_VERSION,
    total,
    ...(parts && { parts }),
    preliminaryLevel,
    level: adjustments.at(-1)?.to ?? preliminaryLevel,
    adjustments,
  };
}

function levelOf(total: number): AbilityLevel {
  const band = ABILITY_LEVELS.find(({ from, to }) => from <= total && total <= to);
  if (!band) throw new RangeError('the level bands have a gap');
  return band.level;
}

function scoreErrors(input: AbilityAssessmentInput): AssessmentInputError[] {
  if ('total' in input) return outOfRange('total', input.total, FULL_SCORE);
  const { items } = input;
  const unknown = Object.keys(items).filter((code) => !ABILITY_ITEMS.some((item) => item.code === code));
  return [
    ...ABILITY_ITEMS.flatMap((item) => {
      const score = scoreOf(items, item.code);
      return score === undefined
        ? [{ field: item.code, problem: 'MISSING' as const, max: item.max }]
        : outOfRange(item.code, score, item.max);
    }),
    ...unknown.map((field) => ({ field, problem: 'UNKNOWN' as const })),
  ];
}

function partScores(items: Readonly<Record<string, number>>): NonNullable<AbilityAssessment['parts']> {
  return ABILITY_PARTS.map(({ code }) => ({
    code,
    score: ABILITY_ITEMS.filter((item) => item.part === code).reduce(
      (score, item) => score + (scoreOf(items, item.code) ?? 0),
      0,
    ),
  }));
}

function scoreOf(items: Readonly<Record<string, number>>, code: AbilityItem): number | undefined {
  return items[code];
}

function outOfRange(field: string, score: number, max: number): AssessmentInputError[] {
  return Number.isInteger(score) && score >= 0 && score <= max ? [] : [{ field, problem: 'OUT_OF_RANGE', max }];
}

function sumOf(parts: readonly { score: number }[]): number {
  return parts.reduce((total, part) => total + part.score, 0);
}
