import type { Provider, Type } from '@nestjs/common';

/** What one folder brings to the service: its routes and consumers, and what serves them. */
export interface Feature {
  readonly controllers: readonly Type<unknown>[];
  readonly providers: readonly Provider[];
}
