import { viewOf, type Grant } from '@yiyang/access';
import { PARAMETERS, type ResolvedPolicy } from '@yiyang/region-policy';
import type { ChangedValue } from './domain/proposed-policy.js';
import type { SoundValue } from './domain/proposed-values.js';
import type { PolicyDraftRow } from './policy-set.entity.js';
import type { StoredSet } from './policy-sets.repository.js';

const rows = new Map<string, string>(Object.entries(PARAMETERS).map(([key, { from }]) => [key, from]));

/** Row of the requirements that a key stands for; a switch `rules.<ID>` for its rule. */
export function rowOf(key: string): string {
  return rows.get(key) ?? key.replace('rules.', '');
}

/** A value with its row and its source in one. */
export function valueView<Value extends SoundValue>({ document, clause, ...value }: Value) {
  return { ...value, row: rowOf(value.key), source: { document, clause } };
}

export function setView(grant: Grant, set: StoredSet) {
  return viewOf(grant, 'policy-set', { ...set, values: set.values.map(valueView) });
}

export function draftView(grant: Grant, draft: PolicyDraftRow) {
  return viewOf(grant, 'policy-draft', { ...draft, values: draft.values.map(valueView) });
}

export function changedValueView({ key, before, after }: ChangedValue) {
  return { key, row: rowOf(key), before: before && holdingView(before), after: after && holdingView(after) };
}

function holdingView({ value, division, source: document, clause }: ResolvedPolicy<unknown>) {
  return { value, division, document, clause };
}
