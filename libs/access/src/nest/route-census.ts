import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { policyRow } from '../policy.js';
import { ACTION_METADATA, PUBLIC_METADATA } from './declarations.js';

/** A route as its controller declares it. */
export interface DeclaredRoute {
  readonly method: string;
  /** Controller and handler, for messages. */
  readonly handler: string;
  readonly path: string;
  /** Action of the policy table; undefined when the route is public or undeclared. */
  readonly action?: string;
  readonly isPublic: boolean;
}

/** Every route of every controller of an application. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype) : []));
}

/** Fails the start of a service with a route that names no action, an unknown action, or an action and `@Public()`. */
export function assertEveryRouteDeclared(app: INestApplicationContext): void {
  const faults = declaredRoutes(app).flatMap((route) => {
    const fault = faultOf(route);
    return fault === undefined ? [] : [`${route.method} ${route.path} (${route.handler}) ${fault}`];
  });
  if (faults.length > 0) throw new Error(`routes without a place in the policy: ${faults.join('; ')}`);
}

function faultOf({ action, isPublic }: DeclaredRoute): string | undefined {
  if (action === undefined) return isPublic ? undefined : 'names no action and is not @Public()';
  if (isPublic) return 'is @Public() and names an action';
  return policyRow(action) ? undefined : `names the unknown action ${action}`;
}

function routesOf(controller: object & { name?: string; prototype?: unknown }): DeclaredRoute[] {
  const prefix = pathOf(controller);
  return methodsOf(controller.prototype).flatMap(([name, handler]) => {
    const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const action = Reflect.getMetadata(ACTION_METADATA, handler) as string | undefined;
    return {
      method: RequestMethod[method] ?? String(method),
      handler: `${controller.name ?? ''}.${name}`,
      path: `/${[prefix, pathOf(handler)].filter((part) => part !== '').join('/')}`,
      ...(action !== undefined && { action }),
      isPublic: Reflect.getMetadata(PUBLIC_METADATA, handler) === true,
    };
  });
}

function pathOf(target: object): string {
  const path: unknown = Reflect.getMetadata('path', target);
  const first: unknown = Array.isArray(path) ? path[0] : path;
  return typeof first === 'string' ? first.replace(/^\/|\/$/g, '') : '';
}

/** Methods of a class and of what it extends, the nearest first. */
function methodsOf(prototype: unknown): [string, object][] {
  const found = new Map<string, object>();
  for (let at = prototype; typeof at === 'object' && at !== null && at !== Object.prototype;) {
    for (const name of Object.getOwnPropertyNames(at)) {
      const value: unknown = Object.getOwnPropertyDescriptor(at, name)?.value;
      if (typeof value === 'function' && !found.has(name)) found.set(name, value);
    }
    at = Object.getPrototypeOf(at) as unknown;
  }
  return [...found];
}
