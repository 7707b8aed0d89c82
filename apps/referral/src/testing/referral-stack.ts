import { ServiceStack } from '@yiyang/testing';
import { definition } from '../service-definition.js';

export { aCaller, type Answered, type CallOptions, type ServiceStack } from '@yiyang/testing';

/** Business time at which a stack begins: rules of 2024 are told in days of 2024. */
export const START = '2024-03-01T01:00:00Z';

/** Referral on databases of its own. */
export function startReferral(): Promise<ServiceStack> {
  return ServiceStack.start(definition, { at: START });
}
