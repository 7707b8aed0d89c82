import {
  actionsOf,
  policyRow,
  RESOURCES,
  SCOPES,
  VIEWS,
  type Cell,
  type FieldClass,
  type FieldTree,
  type Role,
} from '@yiyang/access';
import {
  mapOperations,
  reachableSchemas,
  refTo,
  schemaName,
  type ApiDocument,
  type DocumentOperation,
  type Response,
  type Schema,
} from './document.js';

/** The document as one role sees it: the operations it may call and, in their answers, the fields that it may see. */
export function roleView(document: ApiDocument, role: Role): ApiDocument {
  const allowed = new Set<string>(actionsOf(role));
  const schemas = { ...document.components?.schemas };
  const paths = mapOperations(document.paths, (operation) => {
    const action = operation['x-action'];
    const row = action !== undefined && allowed.has(action) ? policyRow(action) : undefined;
    const cell = row?.roles[role];
    if (!row || !cell) return undefined;
    const pruner = new Pruner(schemas, new Set<FieldClass>(VIEWS[cell.fields]), cell.fields);
    const responses = Object.entries(operation.responses ?? {}).map(
      ([status, response]) =>
        [status, status.startsWith('2') ? pruner.response(response, RESOURCES[row.resource]) : response] as const,
    );
    return { ...operation, description: descriptionOf(operation, cell), responses: Object.fromEntries(responses) };
  });
  const used = reachableSchemas(paths, schemas);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, paths, components: { ...document.components, schemas: kept } };
}

function descriptionOf(operation: DocumentOperation, cell: Cell): string {
  const facts = [
    `范围 scope: ${SCOPES[cell.scope]} (${cell.scope})`,
    `使用目的 X-Purpose: ${cell.purposes.join(', ')}`,
    `可见字段 field classes: ${VIEWS[cell.fields].join(', ')}`,
    ...(cell.consent === undefined ? [] : ['需要老年人知情同意 needs the elder’s consent']),
  ];
  return [operation.description, ...facts].filter(Boolean).join('\n\n');
}

/** Leaves out of answers what the view does not open; adds the pruned schemas under names of their own. */
class Pruner {
  constructor(
    private readonly schemas: Record<string, Schema>,
    private readonly classes: ReadonlySet<FieldClass>,
    private readonly view: string,
  ) {}

  response(response: Response, tree: FieldTree): Response {
    const content = Object.entries(response.content ?? {}).map(
      ([type, media]) => [type, media.schema ? { ...media, schema: this.schema(media.schema, tree) } : media] as const,
    );
    return { ...response, ...(response.content && { content: Object.fromEntries(content) }) };
  }

  private schema(schema: Schema, tree: FieldTree): Schema {
    if (schema.$ref !== undefined) return this.named(schema.$ref, tree);
    const { items, properties, allOf, oneOf, anyOf } = schema;
    return {
      ...schema,
      ...(items && { items: this.schema(items, tree) }),
      ...(properties && this.properties(schema, properties, tree)),
      ...(allOf && { allOf: allOf.map((one) => this.schema(one, tree)) }),
      ...(oneOf && { oneOf: oneOf.map((one) => this.schema(one, tree)) }),
      ...(anyOf && { anyOf: anyOf.map((one) => this.schema(one, tree)) }),
    };
  }

  private named(ref: string, tree: FieldTree): Schema {
    const name = schemaName(ref);
    const schema = name === undefined ? undefined : this.schemas[name];
    if (name === undefined || !schema) return { $ref: ref };
    const pruned = this.schema(schema, tree);
    const prunedName = `${name}_${this.view}`;
    this.schemas[prunedName] = pruned;
    return refTo(prunedName);
  }

  private properties(schema: Schema, properties: Readonly<Record<string, Schema>>, tree: FieldTree): Partial<Schema> {
    const kept = Object.entries(properties).flatMap(([name, property]): [string, Schema][] => {
      // A page is a wrapper around elements of the resource, which itself does not list it.
      if (isPage(properties) && !Object.hasOwn(tree, name))
        return [[name, name === 'items' ? this.schema(property, tree) : property]];
      const kind = Object.hasOwn(tree, name) ? tree[name] : undefined;
      if (kind === undefined) return [];
      if (typeof kind === 'string') return this.classes.has(kind) ? [[name, property]] : [];
      return this.opens(kind) ? [[name, this.schema(property, kind)]] : [];
    });
    const names = new Set(kept.map(([name]) => name));
    return {
      properties: Object.fromEntries(kept),
      ...(schema.required && { required: schema.required.filter((name) => names.has(name)) }),
    };
  }

  private opens(tree: FieldTree): boolean {
    return Object.values(tree).some((kind) => (typeof kind === 'string' ? this.classes.has(kind) : this.opens(kind)));
  }
}

function isPage(properties: Readonly<Record<string, Schema>>): boolean {
  return Object.hasOwn(properties, 'items') && Object.hasOwn(properties, 'nextCursor');
}
