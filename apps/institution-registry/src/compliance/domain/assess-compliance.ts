import type { PolicyKey } from '@yiyang/region-policy';
import { addDays, type CivilDate } from '@yiyang/standards';
import type { ComplianceInput, Period } from './compliance-input.js';
import { RULES } from './rules.js';
import type { Clause, PolicyAt, Rule, Verdict } from './verdict.js';

/** Why a rule says nothing about an institution. */
export type NotApplied = 'NOT_IN_FORCE_HERE' | 'NOT_IN_OPERATION' | 'NOT_CONCERNED';

export type RuleOutcome =
  | { readonly rule: Rule; readonly outcome: 'NOT_APPLIED'; readonly because: NotApplied }
  | {
      readonly rule: Rule;
      readonly outcome: 'MET' | 'FINDING';
      readonly verdict: Verdict;
      readonly source: Clause;
    };

/** Everything that a look at an institution needs of its region's policy. */
export const POLICY_KEYS: readonly PolicyKey[] = [
  ...new Set(RULES.flatMap((rule) => [...(rule.keys ?? []), switchOf(rule)])),
  'supervisionModel',
];

function switchOf({ id }: Rule): PolicyKey {
  return `rules.${id}`;
}

const IN_BEING: readonly string[] = ['OPERATING', 'RECTIFYING', 'SUSPENDED'];

/** What every rule says about the institution on the day of the input. */
export function assessCompliance(input: ComplianceInput, policy: PolicyAt): RuleOutcome[] {
  return RULES.map((rule) => outcomeOf(rule, input, policy));
}

function outcomeOf(rule: Rule, input: ComplianceInput, policy: PolicyAt): RuleOutcome {
  const no = (because: NotApplied) => ({ rule, outcome: 'NOT_APPLIED', because }) as const;
  const ruled = policy(switchOf(rule));
  const source = ruled?.value === true ? ruled : rule.clause;
  if (ruled?.value === false || (!source && !rule.keys)) return no('NOT_IN_FORCE_HERE');
  const { operationState } = input;
  if (!IN_BEING.includes(operationState) && !(rule.beforeOperation && operationState === 'NOT_STARTED'))
    return no('NOT_IN_OPERATION');
  const verdict = rule.check(input, policy);
  if (!verdict) return no('NOT_CONCERNED');
  const outcome = verdict.findings.length > 0 ? 'FINDING' : 'MET';
  return { rule, outcome, verdict, source: verdict.source ?? (source as Clause) };
}

/** Whether something was found with which operation may not go on; it resumes when the department restores it. Source: REG-40. */
export function mustRectify(
  { operationState }: Pick<ComplianceInput, 'operationState'>,
  outcomes: readonly RuleOutcome[],
): boolean {
  const ordered = outcomes.some(({ rule, outcome }) => outcome === 'FINDING' && rule.ordersRectification);
  return operationState === 'OPERATING' && ordered;
}

/** The first day after the input's on which an outcome may be another although nobody writes anything. */
export function nextChange(input: ComplianceInput, outcomes: readonly RuleOutcome[]): CivilDate | undefined {
  const housemates = [...input.units, ...(input.host ? [input.host] : [])];
  const periods: Period[] = [
    ...input.qualifications,
    ...housemates.flatMap(({ qualifications }) => qualifications),
    ...input.agreements.flatMap((agreement) => [agreement, ...agreement.partner.qualifications]),
    ...input.liaisonForms.flatMap(({ partner }) => partner.qualifications),
    ...input.facts,
  ];
  const days = [
    ...periods.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)])),
    ...outcomes.flatMap((outcome) => (outcome.outcome === 'NOT_APPLIED' ? [] : (outcome.verdict.changesOn ?? []))),
  ];
  return days.filter((day) => day > input.on).sort()[0];
}
