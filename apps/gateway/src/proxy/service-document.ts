import { METHODS, type ApiDocument } from '../docs/document.js';
import type { Operation } from './route-table.js';

/** Paths that every service serves for itself and the gateway answers for all. */
export const MERGED_PATHS = /^\/v1\/(operations|audit|dead-letters)(\/|$)/;

/** A service's public operations. */
export function operationsOf(service: string, document: ApiDocument): Operation[] {
  return Object.entries(document.paths)
    .filter(([template]) => template.startsWith('/v1/') && !MERGED_PATHS.test(template))
    .flatMap(([template, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        if (!operation) return [];
        const action = operation['x-action'];
        return [{ service, template, method: method.toUpperCase(), ...(action !== undefined && { action }) }];
      }),
    );
}
