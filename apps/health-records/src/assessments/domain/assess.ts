import { explained, refusal, type Explained, type RefusalDetail } from '@yiyang/decisions';
import {
  addMonthsClipped,
  assessAbility,
  type AdjustmentMode,
  type CivilDate,
  type LevelAdjustment,
} from '@yiyang/standards';

export const SCALE = { code: 'GBT42195-2022', name: 'GBT_42195', version: '2022' } as const;

/** What the assessor found. */
export interface Findings {
  readonly assessedOn: CivilDate;
  /** Scores by item code, or the total alone. */
  readonly score: { readonly items: Readonly<Record<string, number>> } | { readonly total: number };
  readonly dementia: boolean;
  readonly coma: boolean;
  readonly riskEvents: number;
}

/** What the region has set. */
export interface AssessmentTerms {
  readonly adjustmentMode: AdjustmentMode;
  readonly validityMonths: number;
  readonly policyVersion: string;
}

/** The part of an assessment that is stored sealed. */
export interface AssessmentDetail {
  readonly total: number;
  readonly items?: Readonly<Record<string, number>>;
  readonly dementia: boolean;
  readonly coma: boolean;
  readonly riskEvents: number;
  readonly initialLevel: number;
  readonly adjustments: readonly LevelAdjustment<number>[];
  readonly because: Explained<number>['because'];
}

export interface Assessed {
  readonly level: number;
  readonly validTo: CivilDate;
  readonly detail: AssessmentDetail;
}

/**
 * Scores an ability assessment and says until when it holds. Refuses scores that the scale does not have and a day that
 * has not come. Sources: REC-14; GB/T 42195-2022 C.2, C.4.
 */
export function assess(findings: Findings, terms: AssessmentTerms, today: CivilDate): Assessed {
  const { assessedOn, score, dementia, coma, riskEvents } = findings;
  if (assessedOn > today)
    throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'assessedOn', rule: 'not after today' }] });
  const { adjustmentMode, validityMonths, policyVersion } = terms;
  const result = assessAbility({ ...score, dementia, coma, riskEvents, adjustmentMode });
  if (!result.ok) throw refusal('MALFORMED_REQUEST', faultsOf(result.errors, 'items' in score));
  const { total, preliminaryLevel: initialLevel, adjustments } = result;
  const { because } = explained(result.level, {
    rule: 'REC-14',
    source: 'GB/T 42195-2022',
    clause: adjustments.length > 0 ? ['C.2', ...adjustments.map(({ rule }) => rule)].join(', ') : 'C.2',
    policyVersion,
    inputs: { total, dementia, coma, riskEvents, adjustmentMode, validityMonths },
  });
  const found = { total, dementia, coma, riskEvents, initialLevel, adjustments, because };
  return {
    level: result.level,
    validTo: addMonthsClipped(assessedOn, validityMonths),
    detail: 'items' in score ? { ...found, items: score.items } : found,
  };
}

type Errors = Extract<ReturnType<typeof assessAbility>, { ok: false }>['errors'];

function faultsOf(errors: Errors, hasItems: boolean): RefusalDetail {
  const rule = ({ problem, max }: Errors[number]) =>
    ({
      MISSING: `needed, 0 to ${max}`,
      UNKNOWN: 'no item of the scale',
      OUT_OF_RANGE: `a whole number from 0 to ${max}`,
    })[problem];
  // A caller may have written anything as an item's code, so an unknown one is not repeated.
  const path = ({ field, problem }: Errors[number]) =>
    problem === 'UNKNOWN' ? 'items' : hasItems && field !== 'riskEvents' ? `items.${field}` : field;
  return { fields: errors.map((error) => ({ path: path(error), rule: rule(error) })) };
}
