import type { Role } from '@yiyang/access';
import { aCaller, ServiceStack, type Answered } from '@yiyang/testing';
import { definition } from '../service-definition.js';

export type { ServiceStack } from '@yiyang/testing';

/** Monitoring on databases of its own, with a clock that only the test moves. */
export function startMonitoring(): Promise<ServiceStack> {
  return ServiceStack.start(definition, { freeClock: true, policies: false });
}

/** The figures of a region and quarter, as a department responsible for `scope` reads them. */
export async function indicators(
  stack: ServiceStack,
  region: string,
  period: string,
  role: Role = 'HEALTH',
  scope = '421200',
): Promise<Pick<Answered, 'status' | 'body'>> {
  const caller = aCaller(role, { region: scope });
  const { status, body } = await stack.call(caller, 'GET', `/v1/indicators?region=${region}&period=${period}`);
  return { status, body };
}
