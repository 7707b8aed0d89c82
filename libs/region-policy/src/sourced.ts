import type { Explanation } from '@yiyang/decisions';

/** Where a policy value stands: document, clause, and version of its set. */
export type PolicyGround = Required<Pick<Explanation, 'clause' | 'source' | 'policyVersion'>>;

/** A policy value with where it stands. Plain JSON, because decisions are kept with what decided them. */
export interface Sourced<Value> extends PolicyGround {
  readonly value: Value;
}

/** The part of an explanation that a policy value contributes. */
export function sourceOf({ clause, source, policyVersion }: PolicyGround): PolicyGround {
  return { clause, source, policyVersion };
}
