import { CONTRACTS } from './contracts.js';
import type { Envelope } from './envelope.js';
import type { EventType } from './event.js';
import { EVERY_SERVICE_EXAMPLES } from './every-service/examples.js';
import { HEALTH_RECORDS_EXAMPLES } from './health-records/examples.js';
import { INSTITUTION_REGISTRY_EXAMPLES } from './institution-registry/examples.js';
import { MONITORING_EXAMPLES } from './monitoring/examples.js';
import { REFERRAL_EXAMPLES } from './referral/examples.js';
import { SETTLEMENT_EXAMPLES } from './settlement/examples.js';

/** The frozen example envelope of every event version. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  ...INSTITUTION_REGISTRY_EXAMPLES,
  ...HEALTH_RECORDS_EXAMPLES,
  ...REFERRAL_EXAMPLES,
  ...SETTLEMENT_EXAMPLES,
  ...MONITORING_EXAMPLES,
  ...EVERY_SERVICE_EXAMPLES,
};

/** Example envelope of a type; a test reads each through its contract. */
export function exampleOf(type: EventType): Envelope {
  const example = EXAMPLES[type];
  if (example === undefined) throw new Error(`${CONTRACTS[type].type} has no example`);
  return example as Envelope;
}
