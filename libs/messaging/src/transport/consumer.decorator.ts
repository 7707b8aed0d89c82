import { Controller, applyDecorators } from '@nestjs/common';
import {
  PATTERN_EXTRAS_METADATA,
  PATTERN_HANDLER_METADATA,
  PATTERN_METADATA,
} from '@nestjs/microservices/constants.js';
import { faultsOf, type ConsumerDeclaration } from '../consume/consumer-definition.js';

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
    for (const method of eventHandlersOf(target)) {
      const extras = (Reflect.getMetadata(PATTERN_EXTRAS_METADATA, method) ?? {}) as object;
      Reflect.defineMetadata(PATTERN_EXTRAS_METADATA, { ...extras, [CONSUMER]: declaration }, method);
    }
  };
  return applyDecorators(Controller(), markHandlers);
}

/** The declaration of a consumer class. */
export function declarationOf(consumer: object): ConsumerDeclaration {
  const declaration = declarations.get(consumer);
  if (!declaration) throw new Error('the class has no @Consumer()');
  return declaration;
}

/** What is missing in a consumer class, in sentences, without starting it: `expect(faultsOfConsumer(X)).toEqual([])`. */
export function faultsOfConsumer(consumer: new (...parts: never[]) => object): string[] {
  const types = eventHandlersOf(consumer).flatMap(
    (method) => Reflect.getMetadata(PATTERN_METADATA, method) as string[],
  );
  const handlers = new Map(types.map((type) => [type, () => undefined]));
  return faultsOf({ ...declarationOf(consumer), handlers });
}

function eventHandlersOf(consumer: { prototype: object }): object[] {
  const members = Object.values(Object.getOwnPropertyDescriptors(consumer.prototype)).map(
    (descriptor): unknown => descriptor.value,
  );
  const isHandler = (member: unknown): member is object =>
    typeof member === 'function' && Reflect.hasMetadata(PATTERN_HANDLER_METADATA, member);
  return members.filter(isHandler);
}
