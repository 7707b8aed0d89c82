import type { PolicyKey, ResolvedPolicy } from '@yiyang/region-policy';
import type { CivilDate, DivisionCode } from '@yiyang/standards';
import { divisionChain, isWithin } from '@yiyang/standards';
import type { SoundValue } from './proposed-values.js';

type Holding = ResolvedPolicy<unknown>;

/** Stands where a published value has its set and version. */
const PROPOSED = { policySetId: 'proposed', policyVersion: 'proposed' };

export interface Proposal {
  readonly division: DivisionCode;
  readonly values: readonly SoundValue[];
  /** What the division inherits on the day; it answers for a proposed value that has ended. */
  readonly inherited: ReadonlyMap<string, Holding>;
}

/**
 * What would hold in `division`, which lies in the proposal's, on the day after the proposal was published. A value of a
 * division nearer than the proposal's still wins, and one that has not begun changes nothing yet. Source: architecture §5.
 */
export function afterProposal(
  proposal: Proposal,
  now: ReadonlyMap<string, Holding>,
  division: DivisionCode,
  on: CivilDate,
): Map<string, Holding> {
  const chain = divisionChain(division);
  const isNearer = (holding: Holding | undefined) =>
    holding?.division !== undefined &&
    holding.division !== null &&
    chain.indexOf(holding.division) < chain.indexOf(proposal.division);
  const after = new Map(now);
  for (const { key, validFrom, validTo, value, document, clause } of proposal.values) {
    if (on < validFrom || isNearer(now.get(key))) continue;
    const holding = isWithin(on, validFrom, validTo)
      ? { ...PROPOSED, value, division: proposal.division, source: document, clause }
      : proposal.inherited.get(key);
    if (holding) after.set(key, holding);
    else after.delete(key);
  }
  return after;
}

export interface ChangedValue {
  readonly key: PolicyKey;
  readonly before: Holding | null;
  readonly after: Holding | null;
}

/** Keys whose value would be another, with both values. */
export function changedValues(
  keys: readonly PolicyKey[],
  before: ReadonlyMap<string, Holding>,
  after: ReadonlyMap<string, Holding>,
): ChangedValue[] {
  const text = (holding: Holding | undefined) => JSON.stringify(holding?.value);
  return keys
    .filter((key) => text(before.get(key)) !== text(after.get(key)))
    .map((key) => ({ key, before: before.get(key) ?? null, after: after.get(key) ?? null }));
}
