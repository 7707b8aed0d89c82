import { refusal, type Explanation } from '@yiyang/decisions';
import { sourceOf, type PolicyValue, type Sourced } from '@yiyang/region-policy';
import { addDays, addMonthsClipped, type CivilDate } from '@yiyang/standards';
import type { FactTypeCode, FactValueOf } from './fact-types.js';
import { liveOn, type Fact, type Statement } from './state-fact.js';

export type Because = Pick<Explanation, 'clause' | 'source' | 'policyVersion'>;

/** A rule that refuses some statements of a type where a region has switched it on. */
export interface StatementRule {
  readonly rule: 'REG-39' | 'REG-43';
  /** Parameter that the rule reads; without one its switch is all that the region says. */
  readonly reads?: 'priorityWindowServices';
  /** Throws unless the statement may stand beside these facts of the institution. `policy` is what it reads, or its switch. */
  readonly assert: (statement: Statement, facts: readonly Fact[], policy: Sourced<unknown>) => void;
  /** Types of the facts that it looks at. */
  readonly looksAt: readonly FactTypeCode[];
}

/** A window for the elderly serves everything that the region lists. Source: REG-43 (001 二(四)). */
export function assertCompleteWindow(
  { value }: Statement,
  listed: Sourced<PolicyValue<'priorityWindowServices'>>,
): void {
  const { services } = value as FactValueOf<'PRIORITY_WINDOW'>;
  const missing = listed.value.filter((service) => !services.includes(service));
  if (missing.length > 0)
    throw refusal('PRIORITY_WINDOW_INCOMPLETE', {
      rule: 'REG-43',
      ...sourceOf(listed),
      inputs: { missing },
      fields: [{ path: 'value.services', rule: `with ${missing.join(', ')}` }],
    });
}

/**
 * While an outbreak is declared, medicine uses a care area only for an urgent reason and under control measures.
 * Source: REG-39 (000 六(十八)).
 */
export function assertCrossUseAllowed({ value, validFrom }: Statement, facts: readonly Fact[], because: Because): void {
  const outbreaks = liveOn(facts, validFrom).filter(({ type }) => type === 'OUTBREAK');
  const use = value as FactValueOf<'CROSS_USE'>;
  const missing = (['urgentReason', 'controlMeasure'] as const).filter((name) => use[name] === null);
  if (outbreaks.length > 0 && missing.length > 0)
    throw refusal('CROSS_USE_IN_OUTBREAK', {
      rule: 'REG-39',
      ...because,
      inputs: { on: validFrom, outbreakSince: outbreaks[0]?.validFrom ?? null },
      fields: missing.map((name) => ({ path: `value.${name}`, rule: 'needed while an outbreak is declared' })),
    });
}

export const STATEMENT_RULES: Readonly<Partial<Record<FactTypeCode, StatementRule>>> = {
  PRIORITY_WINDOW: {
    rule: 'REG-43',
    reads: 'priorityWindowServices',
    assert: (statement, _facts, listed) =>
      assertCompleteWindow(statement, listed as Sourced<PolicyValue<'priorityWindowServices'>>),
    looksAt: [],
  },
  CROSS_USE: {
    rule: 'REG-39',
    assert: (statement, facts, switched) => assertCrossUseAllowed(statement, facts, sourceOf(switched)),
    looksAt: ['OUTBREAK'],
  },
};

/** How long a reused building may keep its former use, and how long before the end that is announced. */
export type TransitionalUse = PolicyValue<'transitionalUse'>;

/** Full years from the first day on: 2024-01-01 and five years end on 2028-12-31. Source: REG-56 (000 五(十五)). */
export function transitionalUseUntil(from: CivilDate, { years }: TransitionalUse): CivilDate {
  return addDays(addMonthsClipped(from, years * 12), -1);
}

/** The day on which the end is announced. Source: REG-56. */
export function transitionalUseNoticeOn(until: CivilDate, { noticeMonths }: TransitionalUse): CivilDate {
  return addMonthsClipped(until, -noticeMonths);
}

/** The last day of a transitional use is computed; one that is stated may be earlier, never later. Source: REG-56. */
export function withComputedEnd<S extends Statement>(statement: S, policy: TransitionalUse, because: Because): S {
  const until = transitionalUseUntil(statement.validFrom, policy);
  if (statement.validTo !== null && statement.validTo > until)
    throw refusal('TRANSITIONAL_USE_TOO_LONG', {
      rule: 'REG-56',
      ...because,
      inputs: { validFrom: statement.validFrom, years: policy.years },
      fields: [{ path: 'validTo', rule: `at most ${until}` }],
    });
  return { ...statement, validTo: statement.validTo ?? until };
}
