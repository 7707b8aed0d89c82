import type { Purpose } from './purposes.js';
import type { Role } from './roles.js';

/** Who a request is from and why, as the gateway found out; travels signed (see `signCaller`). */
export interface Caller {
  readonly clientId: string;
  readonly role: Role;
  /** Institutions: the organisation the client is bound to. */
  readonly organisationId?: string;
  /** Institutions: units whose host is the organisation; they count as its own. */
  readonly unitIds?: readonly string[];
  /** Persons: the elder the client is bound to. */
  readonly elderId?: string;
  /** Division code that a department's rights end at; '' for callers without one, which then matches no row. */
  readonly region: string;
  /** What the token allows. */
  readonly purposes: readonly Purpose[];
  /** What this request is for. */
  readonly purpose: Purpose;
  readonly requestId: string;
  /** Break-glass: claimed by the caller with a reason, noted for review. */
  readonly emergency?: { readonly reasonCode: string };
}

/** Institutions the caller may act for: the bound one and its units; empty for everybody else. */
export function ownInstitutions(caller: Caller): string[] {
  return caller.organisationId === undefined ? [] : [caller.organisationId, ...(caller.unitIds ?? [])];
}

/** Does the caller act for this institution? For the checks of commands that name an institution in their body. */
export function actsFor(caller: Caller, institutionId: string): boolean {
  return ownInstitutions(caller).includes(institutionId);
}
