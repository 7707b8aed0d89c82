import type { RuleInputs } from './refusal.js';

/** Why a value is what it is: the rule, its clause, the policy version and the inputs that reproduce it. */
export interface Explanation {
  readonly rule: string;
  readonly clause?: string;
  readonly source?: string;
  readonly policyVersion?: string;
  readonly inputs: RuleInputs;
}

/** A computed value that can say which clause made it. */
export interface Explained<T> {
  readonly value: T;
  readonly because: Explanation;
}

/** Pairs a value with its explanation. */
export function explained<T>(value: T, because: Explanation): Explained<T> {
  return { value, because };
}
