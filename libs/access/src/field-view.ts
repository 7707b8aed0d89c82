import type { Grant } from './decide.js';
import { VIEWS, type FieldClass, type FieldTree } from './fields.js';
import { INTEGRATOR_FEED, POLICY, prohibitionOf } from './policy.js';
import type { PolicyRow } from './policy/row.js';
import { RESOURCES, type Resource } from './resources.js';
import type { Role } from './roles.js';

/** Keys may be left out, values stay as they are. */
export type Visible<T> = T extends Date | readonly (string | number | bigint | boolean)[]
  ? T
  : T extends readonly (infer Element)[]
    ? Visible<Element>[]
    : T extends object
      ? { [Key in keyof T]?: Visible<T[Key]> }
      : T;

/**
 * Only the fields that the grant opens, in a copy where some are left out; a field that the resource does not list never
 * goes out. `resource` is the action's own unless another one is answered.
 */
export function viewOf<T extends object>(grant: Grant, resource: Resource, object: T): Visible<T> {
  return (visible(opened(RESOURCES[resource], grant.view.classes), object) ?? {}) as Visible<T>;
}

/** Everything of a resource that a role can read by some action; the outward feed pushes exactly these classes. */
export function readableClasses(role: Role, resource: Resource): ReadonlySet<FieldClass> {
  if (role === 'INTEGRATOR' && INTEGRATOR_FEED.includes(resource)) return new Set(VIEWS.REFERENCES);
  const cells = POLICY.filter((row) => row.resource === resource && !prohibitionOf(role, row))
    .map((row: PolicyRow) => row.roles[role])
    .filter((cell) => cell !== undefined);
  return new Set(cells.flatMap((cell) => [...VIEWS[cell.fields]]));
}

/** Every field path of a resource and its class: `beds.kind` -> PUBLIC. For documents and for tests of answers. */
export function fieldClassesOf(resource: Resource): Map<string, FieldClass> {
  const walk = (tree: FieldTree, prefix: string): [string, FieldClass][] =>
    Object.entries(tree).flatMap(([field, kind]) =>
      typeof kind === 'string' ? [[`${prefix}${field}`, kind]] : walk(kind, `${prefix}${field}.`),
    );
  return new Map(walk(RESOURCES[resource], ''));
}

/** What a view opens of a resource: a field with everything below it, or with some of it; nothing else is in it. */
type Opened = ReadonlyMap<string, 'ALL' | Opened>;

const openedBefore = new WeakMap<ReadonlySet<FieldClass>, Map<FieldTree, Opened>>();

/** Views and resources are few, answers many: what a view opens is computed once. */
function opened(tree: FieldTree, classes: ReadonlySet<FieldClass>): Opened {
  let known = openedBefore.get(classes);
  if (!known) openedBefore.set(classes, (known = new Map<FieldTree, Opened>()));
  let found = known.get(tree);
  if (!found) known.set(tree, (found = open(tree, classes)));
  return found;
}

function open(tree: FieldTree, classes: ReadonlySet<FieldClass>): Opened {
  const fields = new Map<string, 'ALL' | Opened>();
  for (const [field, kind] of Object.entries(tree)) {
    const inner = typeof kind === 'string' ? classes.has(kind) && 'ALL' : open(kind, classes);
    if (inner === 'ALL' || (inner && inner.size > 0)) fields.set(field, inner);
  }
  return fields;
}

function visible(fields: Opened, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => visible(fields, element)).filter(isPresent);
  // A plain value where the resource describes an object is not what was classed, so it stays inside.
  if (typeof value !== 'object' || value === null || value instanceof Date) return undefined;
  if (isAllOpen(fields, value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) {
    const below = fields.get(field);
    if (below === undefined || inner === undefined) continue;
    const seen: unknown = below === 'ALL' || inner === null ? inner : visible(below, inner);
    if (isPresent(seen)) copy[field] = seen;
  }
  return copy;
}

/** The usual row of a list: the caller may see all of it, so nothing has to be left out of a copy. */
function isAllOpen(fields: Opened, value: object): boolean {
  for (const field in value) if (fields.get(field) !== 'ALL') return false;
  return true;
}

const isPresent = (value: unknown) => value !== undefined;
