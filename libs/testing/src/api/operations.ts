/** The parts of an OpenAPI document that the API tests look at. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly allOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** One operation as the document describes it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for path parameters. */
  readonly path: string;
  readonly action: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly statuses: ReadonlySet<number>;
  /** Whether it wants the ETag last seen. */
  readonly needsVersion: boolean;
}

/** All operations of a document. */
export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      action: operation.operationId,
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content['application/json']?.schema,
      statuses: new Set(Object.keys(operation.responses).map(Number)),
      needsVersion: (operation.parameters ?? []).some((parameter) => parameter.name === 'If-Match'),
    })),
  );
}

/** A schema with its references replaced. */
export function resolved(document: OpenApi, schema: Schema): Schema {
  if (schema.allOf?.[0]) return resolved(document, schema.allOf[0]);
  if (!schema.$ref) return schema;
  const target = document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
  if (!target) throw new Error(`${schema.$ref} is not in the document`);
  return resolved(document, target);
}
