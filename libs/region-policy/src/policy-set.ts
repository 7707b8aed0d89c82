import type { CivilDate, DivisionCode } from '@yiyang/standards';
import { isKnownDivision, parseCivilDate } from '@yiyang/standards';
import type { PolicyKey, PolicyValue } from './parameters.js';
import { isPolicyKey, isPolicyValue } from './parameters.js';

/** Where a value comes from. `document` is 'project default' for a value that no source document gives. */
export interface PolicySource {
  readonly document: string;
  readonly clause: string;
}

/** The values of one division for one period of validity; the division inherits what its set leaves out. */
export interface PolicySet {
  /** UUID, fixed for the seed sets. */
  readonly id: string;
  /** Short name of the set, e.g. XIANNING or DEMO-421202. */
  readonly name: string;
  /** null = a template that applies nowhere until it is bound. */
  readonly division: DivisionCode | null;
  readonly validFrom: CivilDate;
  /** Inclusive; null = open. */
  readonly validTo: CivilDate | null;
  /** ISO instant. Of two values of one division that are valid on the same day the later recorded one holds. */
  readonly recordedAt: string;
  /** From 1. */
  readonly version: number;
  readonly values: PolicyValues;
}

export type PolicyValues = {
  readonly [K in PolicyKey]?: { readonly value: PolicyValue<K>; readonly source: PolicySource };
};

/** One value of a set, flat: the row that a service stores and the event that it receives. */
export interface PolicyEntry<K extends PolicyKey = PolicyKey> {
  readonly policySetId: string;
  readonly division: DivisionCode | null;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly recordedAt: string;
  readonly version: number;
  readonly key: K;
  readonly value: PolicyValue<K>;
  readonly source: PolicySource;
}

export type PolicyEntryProblem =
  'UNKNOWN_KEY' | 'INVALID_VALUE' | 'UNKNOWN_DIVISION' | 'INVALID_PERIOD' | 'MISSING_SOURCE';

/** A stored or received row whose key and value are not known to be sound yet. */
export type RawPolicyEntry = Omit<PolicyEntry, 'key' | 'value'> & { readonly key: string; readonly value: unknown };

/** Checks a row once, at the edge: key, value, division, period and source. */
export function parsePolicyEntry(
  raw: RawPolicyEntry,
): { ok: true; entry: PolicyEntry } | { ok: false; problem: PolicyEntryProblem } {
  const { key, value, division, validFrom, validTo, source } = raw;
  if (!isPolicyKey(key)) return { ok: false, problem: 'UNKNOWN_KEY' };
  if (!isPolicyValue(key, value)) return { ok: false, problem: 'INVALID_VALUE' };
  if (division !== null && !isKnownDivision(division)) return { ok: false, problem: 'UNKNOWN_DIVISION' };
  if (!isPeriod(validFrom, validTo)) return { ok: false, problem: 'INVALID_PERIOD' };
  if (!source.document.trim() || !source.clause.trim()) return { ok: false, problem: 'MISSING_SOURCE' };
  return { ok: true, entry: { ...raw, key, value } };
}

/** The rows of a set. RangeError when a value does not fit its key: a set is data, so its type alone proves nothing. */
export function entriesOf(set: PolicySet): PolicyEntry[] {
  return Object.entries(set.values).flatMap(([key, sourced]) => {
    if (!sourced) return [];
    const parsed = parsePolicyEntry({
      policySetId: set.id,
      division: set.division,
      validFrom: set.validFrom,
      validTo: set.validTo,
      recordedAt: set.recordedAt,
      version: set.version,
      key,
      value: sourced.value,
      source: sourced.source,
    });
    if (!parsed.ok) throw new RangeError(`policy set ${set.name}, ${key}: ${parsed.problem}`);
    return [parsed.entry];
  });
}

/** A template made to apply: the same values under an id and a division of its own. */
export function bindTemplate(template: PolicySet, to: { id: string; name: string; division: DivisionCode }): PolicySet {
  return { ...template, ...to };
}

function isPeriod(from: CivilDate, to: CivilDate | null): boolean {
  if (parseCivilDate(from) === undefined) return false;
  return to === null || (parseCivilDate(to) !== undefined && from <= to);
}
