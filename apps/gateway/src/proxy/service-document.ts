import { METHODS, type ApiDocument } from '../docs/document.js';
import { ownerOfPath } from './path-owners.js';
import type { Operation } from './route-table.js';

/** Paths that every service serves for itself and the gateway answers for all. */
const MERGED_PATHS = /^\/v1\/(operations|audit|dead-letters|deadlines)(\/|$)/;

/** Does the service serve this path to the outside? What it serves of another's paths is its own copy, for looking into. */
export function isServedBy(service: string, path: string): boolean {
  if (!path.startsWith('/v1/') || MERGED_PATHS.test(path)) return false;
  const owner = ownerOfPath(path);
  return owner === undefined || owner === service;
}

/** A service's public operations. */
export function operationsOf(service: string, document: ApiDocument): Operation[] {
  return Object.entries(document.paths)
    .filter(([template]) => isServedBy(service, template))
    .flatMap(([template, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        if (!operation) return [];
        const action = operation['x-action'];
        return [{ service, template, method: method.toUpperCase(), ...(action !== undefined && { action }) }];
      }),
    );
}
