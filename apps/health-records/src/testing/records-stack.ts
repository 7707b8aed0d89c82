import { ServiceStack, type StackSettings } from '@yiyang/testing';
import { definition } from '../service-definition.js';

export type { Answered, CallOptions, ServiceStack } from '@yiyang/testing';

/** Business time at which a stack begins: 09:00 of 2026-03-01 in Shanghai. */
export const START = '2026-03-01T01:00:00Z';

/** Health-records on databases of its own. */
export function startRecords(settings: Pick<StackSettings, 'masterKeys' | 'policies'> = {}): Promise<ServiceStack> {
  return ServiceStack.start(definition, { at: START, ...settings });
}
