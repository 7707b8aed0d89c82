import type { CivilDate, DivisionCode } from '@yiyang/standards';
import { divisionChain, isWithin } from '@yiyang/standards';
import type { PolicyKey, PolicyValue, RuleId } from './parameters.js';
import type { PolicyEntry, PolicySet } from './policy-set.js';
import { entriesOf } from './policy-set.js';
import type { Sourced } from './sourced.js';

/** A value as it holds in a division on a day; set and version together let the decision be replayed. */
export interface ResolvedPolicy<Value> extends Sourced<Value> {
  readonly policySetId: string;
  /** Of the set that answered: the division asked for or one above it; null for a template. */
  readonly division: DivisionCode | null;
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

function hasKey<K extends PolicyKey>(key: K) {
  return (entry: PolicyEntry): entry is PolicyEntry<K> => entry.key === key;
}

function later<K extends PolicyKey>(best: PolicyEntry<K> | undefined, entry: PolicyEntry<K>): PolicyEntry<K> {
  return best && Date.parse(best.recordedAt) > Date.parse(entry.recordedAt) ? best : entry;
}

function resolved<K extends PolicyKey>(entry: PolicyEntry<K>, division: DivisionCode): ResolvedPolicy<PolicyValue<K>> {
  const { value, policySetId, version, source } = entry;
  const stands = { clause: source.clause, source: source.document, policyVersion: `${policySetId}@${version}` };
  return { value, policySetId, division, ...stands };
}
