import type { Purpose } from './purposes.js';

export type RoleKind = 'DEPARTMENT' | 'INSTITUTION' | 'PERSON' | 'INTEGRATOR' | 'ANYBODY';

export interface RoleFacts {
  readonly zh: string;
  readonly kind: RoleKind;
  /** Every purpose that a token of this role may hold at all. */
  readonly purposes: readonly Purpose[];
}

/** Who may call the platform. Source: requirements §5, the actors of the first slice. */
export const ROLES = {
  HEALTH: { zh: '卫生健康部门', kind: 'DEPARTMENT', purposes: ['SUPERVISION', 'ADMINISTRATION'] },
  CIVIL_AFFAIRS: { zh: '民政部门', kind: 'DEPARTMENT', purposes: ['SUPERVISION', 'ADMINISTRATION', 'ASSESSMENT'] },
  INSURANCE: { zh: '医疗保障部门', kind: 'DEPARTMENT', purposes: ['SUPERVISION', 'ADMINISTRATION', 'SETTLEMENT'] },
  CARE_INST: { zh: '养老机构', kind: 'INSTITUTION', purposes: ['CARE', 'REFERRAL', 'ADMINISTRATION'] },
  MED_INST: {
    zh: '医疗机构',
    kind: 'INSTITUTION',
    purposes: ['TREATMENT', 'REFERRAL', 'SETTLEMENT', 'ADMINISTRATION'],
  },
  ELDER: { zh: '老年人', kind: 'PERSON', purposes: ['SELF'] },
  INTEGRATOR: { zh: '集成方', kind: 'INTEGRATOR', purposes: ['INTEGRATION'] },
  /** Whoever calls without a token: the gateway lets it into what the table gives this role, and nothing else. */
  PUBLIC: { zh: '公众', kind: 'ANYBODY', purposes: ['PUBLIC_INFORMATION'] },
} as const satisfies Record<string, RoleFacts>;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** Roles that a token stands behind. */
export const IDENTIFIED_ROLES = ROLE_NAMES.filter((role) => ROLES[role].kind !== 'ANYBODY');

/** Is the text one of the role codes? */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** Roles whose rights follow a division. */
export const DEPARTMENTS = ROLE_NAMES.filter((role) => ROLES[role].kind === 'DEPARTMENT');

/** Roles whose rights follow an institution and its units. */
export const INSTITUTIONS = ROLE_NAMES.filter((role) => ROLES[role].kind === 'INSTITUTION');
