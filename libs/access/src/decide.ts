import type { Caller } from './caller.js';
import { VIEWS, type FieldClass, type ViewName } from './fields.js';
import { POLICY_VERSION, policyRow, prohibitionOf } from './policy.js';
import type { Cell } from './policy/row.js';
import type { Resource } from './resources.js';
import { isRole, ROLES } from './roles.js';
import type { Scope } from './scopes.js';

/** What the elder's consent says about this use, where the service has looked. */
export type ConsentState = 'VALID' | 'MISSING' | 'WITHDRAWN' | 'EXPIRED' | 'STALE';

/** What is known beyond the caller; leave out what has not been looked at yet. */
export interface CaseFacts {
  readonly consent?: ConsentState;
  /** The institution holds an open read grant of a referral. */
  readonly openGrant?: boolean;
  readonly emergency?: { readonly reasonCode: string };
}

/** What the service still owes before or after it answers. */
export type Obligation = 'AUDIT' | 'CHECK_CONSENT' | 'NOTIFY_ELDER' | 'REVIEW_EMERGENCY';

/** The fields that may go out. */
export interface FieldView {
  readonly name: ViewName;
  readonly resource: Resource;
  readonly classes: ReadonlySet<FieldClass>;
}

/** A permission, with everything that limits it. */
export interface Grant {
  readonly allowed: true;
  readonly caller: Caller;
  readonly action: string;
  readonly scope: Scope;
  readonly view: FieldView;
  readonly obligations: readonly Obligation[];
  readonly reasonCode: 'ROLE_AND_PURPOSE' | 'EMERGENCY' | 'TREATMENT_UNDER_GRANT' | 'CONSENT';
  readonly policyVersion: string;
}

export type DenialReason =
  | 'UNKNOWN_ACTION'
  | 'UNKNOWN_ROLE'
  | 'PROHIBITED'
  | 'ROLE_NOT_ALLOWED'
  | 'PURPOSE_NOT_HELD'
  | 'PURPOSE_NOT_ALLOWED'
  | 'CALLER_NOT_BOUND'
  | 'CONSENT_NEEDED';

export interface Denial {
  readonly allowed: false;
  readonly action: string;
  readonly reasonCode: DenialReason;
  /** Where the rule stands, if one is named. */
  readonly source?: string;
  readonly policyVersion: string;
}

const viewClasses = new Map(Object.entries(VIEWS).map(([name, classes]) => [name, new Set<FieldClass>(classes)]));

/**
 * May this caller do this action, and how far? Denies what the table does not allow, and a prohibition wins over every
 * permission. Pure; the same input gives the same answer. Source: architecture §6.
 */
export function decide(caller: Caller, action: string, facts: CaseFacts = {}): Grant | Denial {
  const deny = (reasonCode: DenialReason, source?: string): Denial => ({
    allowed: false,
    action,
    reasonCode,
    ...(source !== undefined && { source }),
    policyVersion: POLICY_VERSION,
  });
  const row = policyRow(action);
  if (!row) return deny('UNKNOWN_ACTION');
  if (!isRole(caller.role)) return deny('UNKNOWN_ROLE');
  const prohibition = prohibitionOf(caller.role, row);
  if (prohibition) return deny('PROHIBITED', prohibition.source);
  const cell = row.roles[caller.role];
  if (!cell) return deny('ROLE_NOT_ALLOWED');
  if (!caller.purposes.includes(caller.purpose)) return deny('PURPOSE_NOT_HELD', 'REC-31');
  if (!cell.purposes.includes(caller.purpose)) return deny('PURPOSE_NOT_ALLOWED', 'REC-31');
  if (!isBound(caller)) return deny('CALLER_NOT_BOUND');

  const consent = consentOf(caller, cell, facts);
  if (consent === 'NEEDED') return deny('CONSENT_NEEDED', 'REC-08');
  return {
    allowed: true,
    caller,
    action,
    scope: cell.scope,
    view: { name: cell.fields, resource: row.resource, classes: viewClasses.get(cell.fields) as Set<FieldClass> },
    obligations: [...(row.personal ? (['AUDIT'] as const) : []), ...consent.obligations],
    reasonCode: consent.reasonCode,
    policyVersion: POLICY_VERSION,
  };
}

/** A role whose rights end somewhere must say where; an empty division or id would otherwise match by accident. */
function isBound(caller: Caller): boolean {
  const { kind } = ROLES[caller.role];
  if (kind === 'INSTITUTION') return Boolean(caller.organisationId);
  if (kind === 'PERSON') return Boolean(caller.elderId);
  if (kind === 'ANYBODY') return true;
  return /^\d{6}$/.test(caller.region) && caller.region !== '000000';
}

type ConsentOutcome = 'NEEDED' | Pick<Grant, 'obligations' | 'reasonCode'>;

function consentOf(caller: Caller, cell: Cell, facts: CaseFacts): ConsentOutcome {
  if (cell.consent !== 'REQUIRED') return { obligations: [], reasonCode: 'ROLE_AND_PURPOSE' };
  if (facts.consent === 'VALID') return { obligations: [], reasonCode: 'CONSENT' };
  if (caller.purpose === 'TREATMENT' && facts.openGrant)
    return { obligations: [], reasonCode: 'TREATMENT_UNDER_GRANT' };
  if (facts.emergency ?? caller.emergency)
    return { obligations: ['NOTIFY_ELDER', 'REVIEW_EMERGENCY'], reasonCode: 'EMERGENCY' };
  if (facts.consent === undefined) return { obligations: ['CHECK_CONSENT'], reasonCode: 'ROLE_AND_PURPOSE' };
  return 'NEEDED';
}
