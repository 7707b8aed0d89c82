import type { AdjustmentFacts, LevelAdjustment } from './adjust-level.js';
import { adjustLevel } from './adjust-level.js';
import type { AssessmentInputError } from './ability-assessment.js';

export const MZT039_VERSION = 'MZ/T 039-2013';

/** Grade of a first-level parameter and the final level: 0 = 能力完好 ... 3 = 重度失能. Lower = better, unlike GB/T 42195. */
export type Mzt039Grade = 0 | 1 | 2 | 3;

export interface Mzt039Scores {
  /** Barthel index 0-100, multiples of 5, higher = better. */
  readonly adl: number;
  /** 0-6, higher = worse. */
  readonly mental: number;
  /** Already graded 0-3: its rule works on words, not on a sum. */
  readonly perception: number;
  /** 0-20, higher = worse. */
  readonly social: number;
}

type Parameter = keyof Mzt039Scores;

// Highest (for ADL: lowest) score of each grade 0-2; what is worse is grade 3.
const BARTHEL_FROM = [100, 65, 45] as const;
const UP_TO = { mental: [0, 1, 3], perception: [0, 1, 2], social: [2, 7, 13] } as const;
const MAX: Record<Parameter, number> = { adl: 100, mental: 6, perception: 3, social: 20 };
const STEP: Record<Parameter, number> = { adl: 5, mental: 1, perception: 1, social: 1 };
const PARAMETERS: readonly Parameter[] = ['adl', 'mental', 'perception', 'social'];

/**
 * The level of an old record. Old and new levels are never compared or converted by number.
 * Source: MZ/T 039-2013; standards §5.1 (the case of a second ADL grade with all others 0 is unsure there).
 */
export function assessMzt039(
  scores: Mzt039Scores,
  facts: AdjustmentFacts,
):
  | {
      ok: true;
      scale: typeof MZT039_VERSION;
      grades: Record<Parameter, Mzt039Grade>;
      preliminaryLevel: Mzt039Grade;
      level: Mzt039Grade;
      adjustments: LevelAdjustment<Mzt039Grade>[];
    }
  | { ok: false; errors: AssessmentInputError[] } {
  const errors = PARAMETERS.filter((name) => !isScore(scores[name], name)).map((field) => ({
    field,
    problem: 'OUT_OF_RANGE' as const,
    max: MAX[field],
  }));
  if (errors.length > 0) return { ok: false, errors };
  const grades = {
    adl: gradeWhere(BARTHEL_FROM, (from) => scores.adl >= from),
    mental: gradeWhere(UP_TO.mental, (to) => scores.mental <= to),
    perception: gradeWhere(UP_TO.perception, (to) => scores.perception <= to),
    social: gradeWhere(UP_TO.social, (to) => scores.social <= to),
  };
  const preliminaryLevel = combineMzt039(grades);
  const adjustments = adjustLevel<Mzt039Grade>(preliminaryLevel, [0, 1, 2, 3], facts);
  const level = adjustments.at(-1)?.to ?? preliminaryLevel;
  return { ok: true, scale: MZT039_VERSION, grades, preliminaryLevel, level, adjustments };
}

/** Combines the four grades, worst case first because the cases of the standard overlap. */
export function combineMzt039(grades: Readonly<Record<Parameter, Mzt039Grade>>): Mzt039Grade {
  const { adl, mental, perception, social } = grades;
  const others = [mental, perception, social];
  const isWorse = others.includes(3) || others.every((grade) => grade === 2);
  if (adl === 3 || (adl === 2 && isWorse)) return 3;
  if (adl === 2 || (adl === 1 && isWorse)) return 2;
  if (adl === 1 || mental >= 1 || perception >= 1 || social >= 2) return 1;
  return 0;
}

function gradeWhere(bounds: readonly number[], fits: (bound: number) => boolean): Mzt039Grade {
  const grade = bounds.findIndex(fits);
  return (grade === -1 ? 3 : grade) as Mzt039Grade;
}

function isScore(score: number, of: Parameter): boolean {
  return Number.isInteger(score / STEP[of]) && score >= 0 && score <= MAX[of];
}
