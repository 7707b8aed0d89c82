/** A JSON schema as OpenAPI 3.1 has it, as far as it is looked at here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly [member: string]: unknown;
}

export interface MediaType {
  readonly schema?: Schema;
}

export interface Response {
  readonly description?: string;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly [member: string]: unknown;
}

export interface DocumentOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly responses?: Readonly<Record<string, Response>>;
  /** Action of the policy table. */
  readonly 'x-action'?: string;
  readonly [member: string]: unknown;
}

export type PathItem = Readonly<Record<string, DocumentOperation>>;

export interface Components {
  readonly schemas?: Readonly<Record<string, Schema>>;
  readonly securitySchemes?: Readonly<Record<string, object>>;
  readonly [member: string]: unknown;
}

/** An OpenAPI 3.1 document, as far as it is looked at here. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: Components;
  readonly [member: string]: unknown;
}

const SCHEMA_PREFIX = '#/components/schemas/';
/** Methods that an operation may have. */
export const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

/** Name of the schema that a reference points to. */
export function schemaName(ref: string): string | undefined {
  return ref.startsWith(SCHEMA_PREFIX) ? ref.slice(SCHEMA_PREFIX.length) : undefined;
}

export function refTo(name: string): Schema {
  return { $ref: `${SCHEMA_PREFIX}${name}` };
}

/** A copy in which every reference to a schema has the name that `rename` gives. */
export function withRenamedRefs<T>(value: T, rename: (name: string) => string): T {
  if (Array.isArray(value)) return value.map((element: unknown) => withRenamedRefs(element, rename)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const name = key === '$ref' && typeof inner === 'string' ? schemaName(inner) : undefined;
    return [key, name === undefined ? withRenamedRefs(inner as unknown, rename) : `${SCHEMA_PREFIX}${rename(name)}`];
  });
  return Object.fromEntries(entries) as T;
}

/** Names of all schemas that a value refers to, directly or through others. */
export function reachableSchemas(value: unknown, schemas: Readonly<Record<string, Schema>>): Set<string> {
  const found = new Set<string>();
  const look = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const [key, next] of Object.entries(inner)) {
      const name = key === '$ref' && typeof next === 'string' ? schemaName(next) : undefined;
      if (name === undefined) look(next);
      else if (!found.has(name)) {
        found.add(name);
        look(schemas[name]);
      }
    }
  };
  look(value);
  return found;
}

/** A copy of the paths with every operation replaced by what `change` makes of it; undefined leaves it out. */
export function mapOperations(
  paths: ApiDocument['paths'],
  change: (operation: DocumentOperation, method: string, path: string) => DocumentOperation | undefined,
): Record<string, PathItem> {
  const changed: Record<string, PathItem> = {};
  for (const [path, item] of Object.entries(paths)) {
    const operations: Record<string, DocumentOperation> = {};
    for (const method of METHODS) {
      const operation = item[method] && change(item[method], method, path);
      if (operation) operations[method] = operation;
    }
    if (Object.keys(operations).length > 0) changed[path] = operations;
  }
  return changed;
}
