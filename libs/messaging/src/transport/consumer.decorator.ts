import { Controller, applyDecorators } from '@nestjs/common';
import { PATTERN_EXTRAS_METADATA, PATTERN_HANDLER_METADATA } from '@nestjs/microservices/constants.js';
import type { ConsumerDeclaration } from '../consume/consumer-definition.js';

/** Key under which a handler's extras carry the declaration of its class. */
export const CONSUMER = 'yiyang:consumer';

const declarations = new WeakMap<object, ConsumerDeclaration>();

/**
 * Marks a class whose `@EventPattern` methods are the handlers of one consumer. Every type of its topics is handled or
 * stands in `ignore`; the start fails otherwise.
 */
export function Consumer(declaration: ConsumerDeclaration): ClassDecorator {
  const markHandlers: ClassDecorator = (target) => {
    declarations.set(target, declaration);
    const prototype = target.prototype as object;
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(prototype))) {
      const method: unknown = descriptor.value;
      if (typeof method !== 'function' || !Reflect.hasMetadata(PATTERN_HANDLER_METADATA, method)) continue;
      const extras = (Reflect.getMetadata(PATTERN_EXTRAS_METADATA, method) ?? {}) as object;
      Reflect.defineMetadata(PATTERN_EXTRAS_METADATA, { ...extras, [CONSUMER]: declaration }, method);
    }
  };
  return applyDecorators(Controller(), markHandlers);
}

/** The declaration of a consumer class; for tests and for rebuilding. */
export function declarationOf(consumer: object): ConsumerDeclaration {
  const declaration = declarations.get(consumer);
  if (!declaration) throw new Error('the class has no @Consumer()');
  return declaration;
}
