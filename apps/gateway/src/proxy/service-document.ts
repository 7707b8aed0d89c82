import type { Operation } from './route-table.js';

/** The parts of an OpenAPI document that the gateway reads. */
export interface ServiceDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, object>>; readonly securitySchemes?: object };
  readonly [member: string]: unknown;
}

export interface DocumentOperation {
  /** Action of the policy table. */
  readonly 'x-action'?: string;
  readonly [member: string]: unknown;
}

const METHODS = new Set(['get', 'head', 'post', 'put', 'patch', 'delete']);

/** Paths that every service serves for itself and the gateway answers for all. */
export const MERGED_PATHS = /^\/v1\/(operations|audit|dead-letters)(\/|$)/;

/** A service's public operations. */
export function operationsOf(service: string, document: ServiceDocument): Operation[] {
  return Object.entries(document.paths)
    .filter(([template]) => template.startsWith('/v1/') && !MERGED_PATHS.test(template))
    .flatMap(([template, operations]) =>
      Object.entries(operations)
        .filter(([method]) => METHODS.has(method))
        .map(([method, operation]) => {
          const action = operation['x-action'];
          return { service, template, method: method.toUpperCase(), ...(action !== undefined && { action }) };
        }),
    );
}
