import { isDeepStrictEqual } from 'node:util';
import { isServedBy } from '../proxy/service-document.js';
import {
  mapOperations,
  reachableSchemas,
  withRenamedRefs,
  type ApiDocument,
  type PathItem,
  type Schema,
} from './document.js';

/** A document and the service it is of. */
export interface NamedDocument {
  readonly service: string;
  readonly document: ApiDocument;
}

/** What the merged document has besides operations and schemas. */
export type DocumentFrame = Pick<ApiDocument, 'openapi' | 'info' | 'components' | 'servers'>;

/**
 * One document of all services' public operations and the gateway's own. Schemas of one name and different content get
 * their service's name in front; operation ids that occur twice get a number.
 */
export function mergeDocuments(
  own: NamedDocument,
  services: readonly NamedDocument[],
  frame: DocumentFrame,
): ApiDocument {
  const paths: Record<string, PathItem> = {};
  const schemas: Record<string, Schema> = {};
  const operationIds = new Map<string, number>();
  for (const { service, document } of [own, ...services]) {
    const isPublic = (path: string) => (service === own.service ? path.startsWith('/v1/') : isServedBy(service, path));
    const given = document.components?.schemas ?? {};
    const taken = Object.fromEntries(Object.entries(document.paths).filter(([path]) => isPublic(path)));
    const needed = reachableSchemas(taken, given);
    const rename = renaming(service, given, schemas);
    for (const name of needed) schemas[rename(name)] = withRenamedRefs(given[name] as Schema, rename);
    const operations = mapOperations(withRenamedRefs(taken, rename), (operation) => ({
      ...operation,
      operationId: uniqueId(operation.operationId ?? 'operation', operationIds),
      tags: [service],
    }));
    for (const [path, item] of Object.entries(operations)) paths[path] ??= item;
  }
  return { ...frame, paths, components: { ...frame.components, schemas } };
}

function renaming(
  service: string,
  given: Readonly<Record<string, Schema>>,
  taken: Readonly<Record<string, Schema>>,
): (name: string) => string {
  const prefix = service.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const clashing = new Set(
    Object.keys(given).filter((name) => taken[name] !== undefined && !isDeepStrictEqual(taken[name], given[name])),
  );
  return (name) => (clashing.has(name) ? `${prefix}${name}` : name);
}

function uniqueId(id: string, used: Map<string, number>): string {
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? id : `${id}.${count}`;
}
