import type { FieldClass, FieldTree } from '../fields.js';

/** Fields of an explanation; its inputs are what the rule looked at, so they have the class of the value explained. */
export function because(inputs: FieldClass): FieldTree {
  return { rule: 'PUBLIC', clause: 'PUBLIC', source: 'PUBLIC', policyVersion: 'PUBLIC', inputs };
}

/** Fields of a value that explains itself. */
export function explained(value: FieldClass): FieldTree {
  return { value, because: because(value) };
}
