import type { ViewName } from '../fields.js';
import type { Purpose } from '../purposes.js';
import type { Resource } from '../resources.js';
import { ROLES, type Role } from '../roles.js';
import type { Scope } from '../scopes.js';

/** What one role may do with one action. */
export interface Cell {
  readonly scope: Scope;
  readonly purposes: readonly Purpose[];
  readonly fields: ViewName;
  /**
   * A valid consent of the elder is needed, save for treatment under an open grant and for an emergency with a reason.
   */
  readonly consent?: 'REQUIRED';
}

/** One action and who may do it. A role without a cell may not. */
export interface PolicyRow {
  readonly action: string;
  readonly zh: string;
  /** Whose fields the answer has. */
  readonly resource: Resource;
  /** About elders: every use and every refusal is audited. */
  readonly personal: boolean;
  readonly roles: Readonly<Partial<Record<Role, Cell>>>;
}

/** A cell for the named purposes. */
export function cell(scope: Scope, fields: ViewName, ...purposes: Purpose[]): Cell {
  return { scope, fields, purposes };
}

/** Open to whoever asks, without a token; counted by the gateway's rate limit. */
export const TO_ANYBODY: PolicyRow['roles'] = { PUBLIC: cell('ALL', 'LISTING', 'PUBLIC_INFORMATION') };

/** The same cell for several roles, each with every purpose it may hold; for what is not about persons. */
export function forRoles(roles: readonly Role[], scope: Scope, fields: ViewName = 'OPEN'): PolicyRow['roles'] {
  return Object.fromEntries(roles.map((role) => [role, { scope, fields, purposes: ROLES[role].purposes }]));
}
