import type { Explanation } from '@yiyang/decisions';
import type { CivilDate, DivisionCode } from '@yiyang/standards';
import { divisionChain, isWithin } from '@yiyang/standards';
import type { PolicyKey, PolicyValue, RuleId } from './parameters.js';
import type { PolicyEntry, PolicySet, PolicySource } from './policy-set.js';
import { entriesOf } from './policy-set.js';

/** A value with everything needed to say why it holds and to replay the decision later. */
export interface ResolvedPolicy<T> {
  readonly value: T;
  readonly policySetId: string;
  /** Division of the set that answered: the one asked for or one above it. */
  readonly division: DivisionCode;
  readonly version: number;
  /** Set and version in one text; with it the decision can be replayed. */
  readonly policyVersion: string;
  readonly source: PolicySource;
}

/**
 * The value of a parameter in a division on a date: the nearest division of county -> prefecture -> province -> 000000 that
 * has one. Within one division the latest recorded value that has begun speaks, and once it has ended nothing does: an older
 * one never comes back by itself. Undefined = the rule is not applied there. Source: requirements §2; architecture §5.
 */
export function resolvePolicy<K extends PolicyKey>(
  sets: readonly PolicySet[],
  key: K,
  division: DivisionCode,
  on: CivilDate,
): ResolvedPolicy<PolicyValue<K>> | undefined {
  return resolvePolicyEntry(sets.flatMap(entriesOf), key, division, on);
}

/** The same over rows, as a service stores them. */
export function resolvePolicyEntry<K extends PolicyKey>(
  entries: readonly PolicyEntry[],
  key: K,
  division: DivisionCode,
  on: CivilDate,
): ResolvedPolicy<PolicyValue<K>> | undefined {
  const begun = entries.filter(hasKey(key)).filter((entry) => entry.validFrom <= on);
  for (const at of divisionChain(division)) {
    const latest = begun.filter((entry) => entry.division === at).reduce<PolicyEntry<K> | undefined>(later, undefined);
    if (latest && isWithin(on, latest.validFrom, latest.validTo)) return resolved(latest, at);
  }
  return undefined;
}

/** Is the rule switched on in the division on that day? A rule that no set names does not apply. */
export function isRuleApplied(
  sets: readonly PolicySet[],
  rule: RuleId,
  division: DivisionCode,
  on: CivilDate,
): boolean {
  return resolvePolicy(sets, `rules.${rule}`, division, on)?.value === true;
}

/** Explains a decision that used this value. */
export function explanationOf(
  policy: ResolvedPolicy<unknown>,
  rule: string,
  inputs: Explanation['inputs'],
): Explanation {
  return {
    rule,
    clause: policy.source.clause,
    source: policy.source.document,
    policyVersion: policy.policyVersion,
    inputs,
  };
}

function hasKey<K extends PolicyKey>(key: K) {
  return (entry: PolicyEntry): entry is PolicyEntry<K> => entry.key === key;
}

function later<K extends PolicyKey>(best: PolicyEntry<K> | undefined, entry: PolicyEntry<K>): PolicyEntry<K> {
  return best && Date.parse(best.recordedAt) > Date.parse(entry.recordedAt) ? best : entry;
}

function resolved<K extends PolicyKey>(entry: PolicyEntry<K>, division: DivisionCode): ResolvedPolicy<PolicyValue<K>> {
  return {
    value: entry.value,
    policySetId: entry.policySetId,
    division,
    version: entry.version,
    policyVersion: `${entry.policySetId}@${entry.version}`,
    source: entry.source,
  };
}
