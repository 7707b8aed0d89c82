import type { Check } from './check.js';

export interface Parameter {
  /** Row of requirements §2, or the row or section of the standards that asks for configuration. */
  readonly from: string;
  readonly zh: string;
  readonly check: Check<unknown>;
}
