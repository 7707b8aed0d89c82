import { currentContext } from '@yiyang/observability';
import { newId } from '@yiyang/persistence';
import type { Caller } from '../caller.js';
import { POLICY_VERSION } from '../policy.js';
import { macOf, type AuditKey } from './audit-key.js';

/** One thing that was done or refused. */
export interface AuditEvent {
  /** Action of the policy table, or what else was asked for. */
  readonly action: string;
  readonly resource: string;
  readonly resourceId?: string | undefined;
  /** Whose data it was. */
  readonly elderId?: string | undefined;
  readonly outcome: 'ALLOWED' | 'REFUSED';
  /** Refusal code or a code that tells more of the outcome. */
  readonly code?: string | undefined;
  readonly rule?: string | undefined;
  /** Purpose, where it is not the caller's. */
  readonly purpose?: string | undefined;
}

/** Columns of `audit_entry` before the leaf, in the order in which they are hashed. */
export const AUDIT_COLUMNS = [
  'entry_id',
  'at',
  'client_id',
  'role',
  'organisation_id',
  'caller_elder_id',
  'region',
  'purpose',
  'request_id',
  'correlation_id',
  'action',
  'resource',
  'resource_id',
  'elder_id',
  'outcome',
  'code',
  'rule',
  'emergency_reason',
  'policy_version',
] as const;

/** Values of those columns as text. */
export type AuditValues = readonly (string | null)[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_TEXT = 200;

/** Role of a request that no token stands behind. */
export const ANONYMOUS = 'ANONYMOUS';

/** The values of a new entry. */
export function auditValues(caller: Caller | undefined, event: AuditEvent, at: Date): AuditValues {
  const context = currentContext();
  return [
    newId(),
    microseconds(at),
    text(caller?.clientId),
    text(caller?.role ?? ANONYMOUS),
    uuid(caller?.organisationId),
    uuid(caller?.elderId),
    text(caller?.region),
    text(event.purpose ?? caller?.purpose),
    text(caller?.requestId ?? context?.requestId),
    text(context?.correlationId),
    text(event.action),
    text(event.resource),
    uuid(event.resourceId),
    uuid(event.elderId),
    event.outcome,
    text(event.code),
    text(event.rule),
    text(caller?.emergency?.reasonCode),
    POLICY_VERSION,
  ];
}

/** An instant as it is hashed: the database keeps microseconds, so the text names them too. */
export function microseconds(at: Date): string {
  return at.toISOString().replace('Z', '000Z');
}

/** The keyed hash of an entry over every column. */
export function leafOf(key: AuditKey, values: AuditValues): Buffer {
  return macOf(key.leaf, JSON.stringify(['audit-entry-1', ...values]));
}

// Ids come from paths too, where a refused caller may have put anything, even an id number: only a UUID is kept.
const uuid = (value: string | undefined) => (value !== undefined && UUID.test(value) ? value.toLowerCase() : null);

const text = (value: string | undefined) =>
  value === undefined || value === '' ? null : value.slice(0, MAX_TEXT).replace(/[^\x20-\x7e]/g, '?');
