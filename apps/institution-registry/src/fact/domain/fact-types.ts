import type { FactType } from './fact-type.js';
import type { ValueOf } from './field.js';
import { OVERSIGHT_FACTS } from './oversight-facts.js';
import { PREMISES_FACTS } from './premises-facts.js';
import { SERVICE_FACTS } from './service-facts.js';

/** Every fact that may be stated about an institution. A fact without fields is true by being stated. */
export const FACT_TYPES = { ...PREMISES_FACTS, ...SERVICE_FACTS, ...OVERSIGHT_FACTS };

export type FactTypeCode = keyof typeof FACT_TYPES;

/** The value of a fact of the type. */
export type FactValueOf<T extends FactTypeCode> = ValueOf<(typeof FACT_TYPES)[T]['fields']>;

export const FACT_TYPE_CODES = Object.keys(FACT_TYPES) as FactTypeCode[];

export function factType(code: FactTypeCode): FactType {
  return FACT_TYPES[code];
}
