import { ROLES, type Caller, type Role } from '@yiyang/access';
import { newId } from '@yiyang/persistence';

/** A caller as the gateway would sign it: of 421202, for the role's first purpose. */
export function aCaller(role: Role, of: Partial<Caller> = {}): Caller {
  const { purposes } = ROLES[role];
  const clientId = `${role.toLowerCase()}-client`;
  return {
    clientId,
    role,
    region: '421202',
    purposes,
    purpose: purposes[0],
    requestId: newId(),
    ...of,
  };
}
