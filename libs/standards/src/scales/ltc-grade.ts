import type { AssessmentInputError } from './ability-assessment.js';
import type { LtcGrade, LtcItemTerm, LtcLevel, LtcTable, SelfAssessmentClass } from './ltc37-items.js';
import { LTC37_TABLE, LTC_ITEMS, SELF_ASSESSMENT_CLASSES, SELF_ASSESSMENT_MAY_APPLY } from './ltc37-items.js';

type Dimension = LtcItemTerm['dimension'];

/** Totals of the three dimensions; higher = better. */
export type LtcScores = Readonly<Record<Dimension, number>>;

export interface LtcResult {
  ok: true;
  standardVersion: string;
  grades: Record<Dimension, LtcGrade>;
  level: LtcLevel;
}

const DIMENSIONS = ['adl', 'cognition', 'perception'] as const;
const ADL_STEP = 5;

/**
 * Grades disability for long-term care insurance: the ADL grade against the worse of cognition and perception. The table is
 * data, so a newer edition is a second table. Source: 医保办发〔2021〕37号; standards §6.
 */
export function gradeLtc(
  scores: LtcScores,
  table: LtcTable = LTC37_TABLE,
): LtcResult | { ok: false; errors: AssessmentInputError[] } {
  const errors = DIMENSIONS.filter((dimension) => !isTotal(dimension, scores[dimension], table)).map((field) => ({
    field,
    problem: 'OUT_OF_RANGE' as const,
    max: table.bands[field].full,
  }));
  if (errors.length > 0) return { ok: false, errors };
  const grades = {
    adl: gradeOf(scores.adl, table.bands.adl.from),
    cognition: gradeOf(scores.cognition, table.bands.cognition.from),
    perception: gradeOf(scores.perception, table.bands.perception.from),
  };
  const level = table.matrix[grades.adl]?.[Math.max(grades.cognition, grades.perception)];
  if (level === undefined) throw new RangeError('the matrix has no such cell');
  return { ok: true, standardVersion: table.standardVersion, grades, level };
}

/** Adds the 17 items up to the three totals; every missing, unknown or impossible item is reported. */
export function scoreLtcItems(
  items: Readonly<Record<string, number>>,
): { ok: true; scores: LtcScores } | { ok: false; errors: AssessmentInputError[] } {
  const terms: readonly LtcItemTerm[] = LTC_ITEMS;
  const errors = Object.keys(items)
    .filter((code) => !terms.some((term) => term.code === code))
    .map((field): AssessmentInputError => ({ field, problem: 'UNKNOWN' }));
  const scores = { adl: 0, cognition: 0, perception: 0 };
  for (const { code, dimension, points } of terms) {
    const score = items[code];
    if (score === undefined) errors.push({ field: code, problem: 'MISSING', max: Math.max(...points) });
    else if (!points.includes(score)) errors.push({ field: code, problem: 'OUT_OF_RANGE', max: Math.max(...points) });
    else scores[dimension] += score;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, scores };
}

/**
 * The gate before an application: `a` counts the dependent ones of 进食, 大小便控制, 洗澡, `b` of 穿衣, 用厕, 床椅转移.
 * RangeError unless both are whole numbers 0-3. Source: standards §6.
 */
export function selfAssess(dependent: { a: number; b: number }): { class: SelfAssessmentClass; mayApply: boolean } {
  const found = SELF_ASSESSMENT_CLASSES[dependent.a]?.[dependent.b];
  if (found === undefined) throw new RangeError('0 to 3 items of each class can be dependent');
  return { class: found, mayApply: SELF_ASSESSMENT_MAY_APPLY.includes(found) };
}

function isTotal(dimension: Dimension, total: number, table: LtcTable): boolean {
  const step = dimension === 'adl' ? ADL_STEP : 1;
  return Number.isInteger(total / step) && total >= 0 && total <= table.bands[dimension].full;
}

function gradeOf(total: number, from: readonly number[]): LtcGrade {
  return from.findIndex((lowest) => total >= lowest) as LtcGrade;
}
