import { ServiceStack } from '@yiyang/testing';
import { definition } from '../service-definition.js';

export { aCaller, type Answered, type ServiceStack } from '@yiyang/testing';

/** Settlement on databases of its own, with a clock that only the test moves. */
export function startSettlement(): Promise<ServiceStack> {
  return ServiceStack.start(definition, { freeClock: true });
}
