import { refusal } from '@yiyang/decisions';
import { policyRow, prohibitionOf, ROLES, type Caller, type Role } from '@yiyang/access';
import { ownerOfPath, SERVICE_NAMES, type ServiceName } from './path-owners.js';
import { RouteTable, type Operation } from './route-table.js';

/** Which service a request goes to, and whether the caller's role has that operation in its view of the API. */
export class ServiceRoutes {
  private readonly operations = new Map<ServiceName, readonly Operation[]>();
  private table = new RouteTable([]);

  /** Replaces what is known of one service's operations. */
  learn(service: ServiceName, operations: readonly Operation[]): void {
    this.operations.set(service, operations);
    this.table = new RouteTable([...this.operations.values()].flat());
  }

  get unknownServices(): ServiceName[] {
    return SERVICE_NAMES.filter((service) => !this.operations.has(service));
  }

  /**
   * The operation of a request; refuses with `NOT_FOUND` where there is none. Until a service's document was read its
   * requests go by their first path segment, and the service itself refuses what it does not know.
   */
  resolve(method: string, path: string): Operation {
    const found = this.table.find(method === 'HEAD' ? 'GET' : method, path);
    if (found) return found;
    const service = ownerOfPath(path);
    if (!service || this.operations.has(service) || !isPlainPath(path)) throw refusal('NOT_FOUND');
    return { service, method, template: `/v1/${path.split('/')[2]}/*` };
  }

  /**
   * Does the policy table give this operation to whoever asks, without a token? Refuses with `UNAVAILABLE` while the
   * service has not shown its operations: a public listing must not ask for a token because this process is young.
   */
  isOpenToAnybody(method: string, path: string): boolean {
    const found = this.table.find(method === 'HEAD' ? 'GET' : method, path);
    const service = ownerOfPath(path);
    if (!found && service && !this.operations.has(service)) throw refusal('UNAVAILABLE');
    return found?.action !== undefined && policyRow(found.action)?.roles.PUBLIC !== undefined;
  }
}

/** The caller of a request without a token, for what the policy table gives to anybody. */
export function anybody(requestId: string): Caller {
  const { purposes } = ROLES.PUBLIC;
  return { clientId: 'anybody', role: 'PUBLIC', region: '', purposes, purpose: purposes[0], requestId };
}

/** No empty, dotted or encoded segment that could mean another path to the service than to us. */
function isPlainPath(path: string): boolean {
  return /^\/v1(\/(?!\.{1,2}(\/|$))[\w.~:@!$&'()*+,;=-]+)+$/.test(path);
}

/**
 * Refuses a role that the policy table gives nothing for this action, before the service is asked. What depends on the
 * purpose, the person or the place is the service's decision.
 */
export function requireInView(role: Role, action: string): void {
  const row = policyRow(action);
  const prohibition = row && prohibitionOf(role, row);
  if (row?.roles[role] && !prohibition) return;
  throw refusal('NOT_ALLOWED', {
    ...(prohibition && { rule: prohibition.source }),
    inputs: { action, role, reason: row ? (prohibition ? 'PROHIBITED' : 'ROLE_NOT_ALLOWED') : 'UNKNOWN_ACTION' },
  });
}
