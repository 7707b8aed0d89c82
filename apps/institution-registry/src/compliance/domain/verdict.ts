import type { RuleInputs } from '@yiyang/decisions';
import type { PolicyGround, PolicyKey, PolicyValue, RuleId, Sourced } from '@yiyang/region-policy';
import type { CivilDate } from '@yiyang/standards';
import type { ComplianceInput } from './compliance-input.js';

export const SEVERITIES = ['CRITICAL', 'MAJOR', 'MINOR', 'INFO'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What part of an institution a rule is about; it decides which department owns the finding. */
export type Part = 'MEDICAL' | 'CARE' | 'INTEGRATED';

/** Where a rule or a value stands. */
export type Clause = Pick<PolicyGround, 'source' | 'clause'> & Partial<PolicyGround>;

/** The policy of the institution's division on the day. */
export type PolicyAt = <K extends PolicyKey>(key: K) => Sourced<PolicyValue<K>> | undefined;

/** Something that a rule does not find in order. */
export interface FindingDraft {
  /** What of the institution: the id of an agreement, the code of a worker, an inspection item; '' = the institution. */
  readonly subject: string;
  readonly code: string;
  readonly severity: Severity;
  /** SUBSTITUTED: the rule is not met, but what may stand in for it does. */
  readonly status: 'OPEN' | 'SUBSTITUTED';
  readonly expected: RuleInputs;
  readonly actual: RuleInputs;
}

/** What a rule says about an institution that it concerns; without findings it is met. */
export interface Verdict {
  readonly expected: RuleInputs;
  readonly actual: RuleInputs;
  readonly findings: readonly FindingDraft[];
  /** Where the figures come from, if not from the rule's own clause. */
  readonly source?: Clause;
  /** A later day on which the verdict may change although none of the input's periods begins or ends. */
  readonly changesOn?: CivilDate;
}

export interface Rule {
  readonly id: RuleId;
  readonly zh: string;
  readonly part: Part;
  /** Where the rule stands; absent where it holds only in regions whose policy switches it on (`rules.<ID>`). */
  readonly clause?: Clause;
  /** Policy values that it reads. */
  readonly keys?: readonly PolicyKey[];
  /** Holds before operation begins. */
  readonly beforeOperation?: true;
  /** While it is not met the institution may not go on as it is: operation becomes RECTIFYING. */
  readonly ordersRectification?: true;
  /** Undefined: the rule does not concern this institution. */
  readonly check: (input: ComplianceInput, policy: PolicyAt) => Verdict | undefined;
}

/** A verdict with one finding about the institution unless the rule is met. */
export function verdict(
  met: boolean,
  finding: Pick<FindingDraft, 'code' | 'severity' | 'expected' | 'actual'> & Partial<FindingDraft>,
  more: Pick<Verdict, 'source' | 'changesOn'> = {},
): Verdict {
  const { expected, actual } = finding;
  const findings = met ? [] : [{ subject: '', status: 'OPEN' as const, ...finding }];
  return { expected, actual, findings, ...more };
}

/** A verdict about several subjects of the institution. */
export function verdictOf(
  expected: Verdict['expected'],
  actual: Verdict['actual'],
  findings: readonly (Omit<FindingDraft, 'status' | 'expected'> & Partial<FindingDraft>)[],
  more: Pick<Verdict, 'source' | 'changesOn'> = {},
): Verdict {
  return { expected, actual, findings: findings.map((finding) => ({ status: 'OPEN', expected, ...finding })), ...more };
}
