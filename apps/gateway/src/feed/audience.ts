import {
  INTEGRATOR_FEED,
  policyRow,
  prohibitionOf,
  readableClasses,
  RESOURCES,
  type FieldClass as ReadClass,
  type FieldTree,
  type Role,
  type Scope,
} from '@yiyang/access';
import { fieldClasses, type EventType, type FieldClass } from '@yiyang/contracts';
import { EXPOSURE, type Exposure } from './event-exposure.js';

/** Roles that follow the outward log. */
export const AUDIENCES = ['HEALTH', 'CIVIL_AFFAIRS', 'INSURANCE', 'INTEGRATOR'] as const satisfies readonly Role[];
export type Audience = (typeof AUDIENCES)[number];

/** Is the role one that follows the outward log? */
export function isAudience(role: Role): role is Audience {
  return (AUDIENCES as readonly Role[]).includes(role);
}

/** How an audience sees a type of event. */
export interface Outlook {
  /** Which divisions: those of the read that the event stands for. */
  readonly scope: Scope;
  /** Payload fields that go out, in the contract's paths. */
  readonly fields: ReadonlySet<string>;
}

const CLASS_OF: Readonly<Record<FieldClass, ReadClass>> = { id: 'ID', fact: 'FACT', health: 'HEALTH' };

const outlooks = new Map<string, Outlook | undefined>();

/** How the audience sees the type, or undefined when it does not. */
export function outlookOf(audience: Audience, type: EventType): Outlook | undefined {
  const key = `${audience}|${type}`;
  if (!outlooks.has(key)) outlooks.set(key, makeOutlook(audience, type));
  return outlooks.get(key);
}

function makeOutlook(audience: Audience, type: EventType): Outlook | undefined {
  const exposure = EXPOSURE[type];
  if (exposure === 'PRIVATE') return undefined;
  const scope = scopeOf(audience, exposure);
  if (scope === undefined) return undefined;
  const readable = readableClasses(audience, exposure.resource);
  const fields = Object.entries(fieldClasses(type)).filter(
    ([path, fieldClass]) =>
      fieldClass !== undefined &&
      readable.has(CLASS_OF[fieldClass]) &&
      (audience === 'INTEGRATOR' ? !isKnownAsMore(exposure, path, readable) : isReadable(exposure, path, readable)),
  );
  return fields.length > 0 ? { scope, fields: new Set(fields.map(([path]) => path)) } : undefined;
}

/** The scope of the department's own read; integrators follow the place of service. */
function scopeOf(audience: Audience, exposure: Exposure): Scope | undefined {
  if (audience === 'INTEGRATOR') return INTEGRATOR_FEED.includes(exposure.resource) ? 'SERVICE_REGION' : undefined;
  const row = exposure.action === undefined ? undefined : policyRow(exposure.action);
  return row && !prohibitionOf(audience, row) ? row.roles[audience]?.scope : undefined;
}

/** Class of the resource's field that says the same; undefined when the resource has none. */
function readClassOf(exposure: Exposure, path: string): ReadClass | undefined {
  let at: FieldTree | ReadClass | undefined = RESOURCES[exposure.resource];
  for (const name of (exposure.fields[path] ?? path).split('.')) {
    if (typeof at !== 'object' || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return typeof at === 'string' ? at : undefined;
}

function isReadable(exposure: Exposure, path: string, readable: ReadonlySet<ReadClass>): boolean {
  const readClass = readClassOf(exposure, path);
  return readClass !== undefined && readable.has(readClass);
}

/** Does the resource class the field as something that the reader may not have, such as money? */
function isKnownAsMore(exposure: Exposure, path: string, readable: ReadonlySet<ReadClass>): boolean {
  const readClass = readClassOf(exposure, path);
  return readClass !== undefined && !readable.has(readClass);
}
