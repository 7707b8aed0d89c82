import type { RuleInputs } from '@yiyang/decisions';
import type { PolicyValue } from '@yiyang/region-policy';
import type { RuleOutcome } from './assess-compliance.js';
import { ownersOf, type Owners } from './owners.js';
import type { FindingDraft } from './verdict.js';

/** A finding as it is now, with the rule, its clause and the departments that see to it. */
export interface CurrentFinding extends FindingDraft, Owners {
  readonly ruleId: string;
  readonly source: string;
  readonly clause: string;
  readonly policyVersion: string | null;
}

/** A finding that was raised and is not resolved. */
export interface OpenFinding extends CurrentFinding {
  readonly id: string;
}

/** CAUSE_ENDED: the rule is met. RULE_NOT_APPLIED: nobody asks any more. SUPERSEDED: the same subject is now found otherwise. */
export type Resolution = 'CAUSE_ENDED' | 'RULE_NOT_APPLIED' | 'SUPERSEDED';

export interface FindingChanges {
  readonly raise: readonly CurrentFinding[];
  readonly resolve: readonly { readonly finding: OpenFinding; readonly because: Resolution }[];
  /** Still the same finding, with other figures. */
  readonly refresh: readonly { readonly finding: OpenFinding; readonly to: CurrentFinding }[];
}

/** The findings that the outcomes amount to. */
export function findingsOf(outcomes: readonly RuleOutcome[], model: PolicyValue<'supervisionModel'>): CurrentFinding[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.outcome !== 'FINDING') return [];
    const { rule, verdict } = outcome;
    const { source, clause, policyVersion = null } = outcome.source;
    const because = { ruleId: rule.id, source, clause, policyVersion, ...ownersOf(rule.part, model) };
    return verdict.findings.map((finding) => ({ ...finding, ...because }));
  });
}

/** What makes the open findings the current ones: one open finding at most for a rule and a subject of it. */
export function findingChanges(
  open: readonly OpenFinding[],
  current: readonly CurrentFinding[],
  outcomes: readonly RuleOutcome[],
): FindingChanges {
  const now = new Map(current.map((finding) => [keyOf(finding), finding]));
  const before = new Map(open.map((finding) => [keyOf(finding), finding]));
  const applied = new Set(
    outcomes.filter(({ outcome }) => outcome !== 'NOT_APPLIED').map(({ rule }) => rule.id as string),
  );
  const stays = (finding: OpenFinding) => isSame(finding, now.get(keyOf(finding)));
  const because = (finding: OpenFinding): Resolution => {
    if (now.has(keyOf(finding))) return 'SUPERSEDED';
    return applied.has(finding.ruleId) ? 'CAUSE_ENDED' : 'RULE_NOT_APPLIED';
  };
  return {
    raise: current.filter((finding) => !isSame(finding, before.get(keyOf(finding)))),
    resolve: open.filter((finding) => !stays(finding)).map((finding) => ({ finding, because: because(finding) })),
    refresh: open.filter(stays).flatMap((finding) => {
      const to = now.get(keyOf(finding)) as CurrentFinding;
      return figuresOf(finding) === figuresOf(to) ? [] : [{ finding, to }];
    }),
  };
}

const keyOf = ({ ruleId, subject }: CurrentFinding) => `${ruleId} ${subject}`;

function isSame(one: CurrentFinding, other: CurrentFinding | undefined): boolean {
  return one.code === other?.code && one.severity === other.severity && one.status === other.status;
}

/** What may change while the finding stays the same, in a form that can be compared; jsonb orders keys in its own way. */
function figuresOf({ expected, actual, source, clause, policyVersion, owners, copies }: CurrentFinding): string {
  const sorted = (inputs: RuleInputs) => Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted(expected), sorted(actual), source, clause, policyVersion, owners, copies]);
}
