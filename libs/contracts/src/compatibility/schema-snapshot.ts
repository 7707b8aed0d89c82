import { createHash } from 'node:crypto';
import type { ContractRegistry } from '../contract.js';
import { CONTRACTS } from '../contracts.js';
import { EXAMPLES } from '../examples.js';
import { jsonSchemaOf } from '../json-schema.js';
import { withoutTexts, type SchemaSnapshot } from './compare-schemas.js';

/** The contracts as they are in this build, in the form of the committed `schemas.json`. */
export function schemaSnapshot(
  registry: ContractRegistry = CONTRACTS,
  examples: Readonly<Record<string, unknown>> = EXAMPLES,
): SchemaSnapshot {
  const events = Object.values(registry).map(({ type, schema }) => {
    const exampleSha256 = createHash('sha256')
      .update(JSON.stringify(examples[type] ?? null))
      .digest('hex');
    return [type, { schema: withoutTexts(jsonSchemaOf(schema)), exampleSha256 }] as const;
  });
  return Object.fromEntries(events.sort(([a], [b]) => (a < b ? -1 : 1)));
}
