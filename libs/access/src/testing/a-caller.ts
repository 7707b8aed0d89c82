import type { Caller } from '../caller.js';
import { ROLES, type Role } from '../roles.js';

/** 示范颐和养老院 and its infirmary, 示范人民医院, another home, and the elder. */
export const HOME = '01900000-0000-7000-8000-000000000001';
export const INFIRMARY = '01900000-0000-7000-8000-000000000002';
export const HOSPITAL = '01900000-0000-7000-8000-000000000003';
export const OTHER_HOME = '01900000-0000-7000-8000-000000000004';
export const ELDER = '01900000-0000-7000-8000-000000000005';

/** A caller of the role with its first purpose, in 421202, bound as such a caller is. */
export function aCaller(role: Role, overrides: Partial<Caller> = {}): Caller {
  const bound = {
    DEPARTMENT: {},
    INSTITUTION: { organisationId: role === 'CARE_INST' ? HOME : HOSPITAL },
    PERSON: { elderId: ELDER, region: '' },
    INTEGRATOR: {},
    ANYBODY: { region: '' },
  }[ROLES[role].kind];
  return {
    clientId: `client-${role.toLowerCase()}`,
    role,
    region: '421202',
    purposes: ROLES[role].purposes,
    purpose: ROLES[role].purposes[0],
    requestId: 'request-1',
    ...bound,
    ...overrides,
  };
}
