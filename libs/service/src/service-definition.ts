import type { Provider, Type } from '@nestjs/common';
import type { RefusalCatalogue } from '@yiyang/http';
import type { Migration, OnDue, Tx } from '@yiyang/persistence';

/** What one service is, besides what every service has. */
export interface ServiceDefinition {
  /** Name of the app, of its database (`yiyang_<name>`) and of its event source. */
  readonly name: string;
  /** Port when `PORT` is not set. */
  readonly port: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly migrations: readonly Migration[];
  readonly refusals: RefusalCatalogue;
  /** HTTP controllers and event consumers. */
  readonly controllers: readonly Type<unknown>[];
  readonly providers: readonly Provider[];
  /** Provider whose `handlers` act on deadlines that have passed, by kind. */
  readonly deadlines?: Type<DeadlineHandlers>;
  /** Provider that puts data of the project's own into an empty database, such as policy sets. */
  readonly seed?: Type<Seed>;
}

export interface DeadlineHandlers {
  readonly handlers: Readonly<Record<string, OnDue>>;
}

export interface Seed {
  /** Runs at every start in one transaction; must be safe to repeat. */
  seed(tx: Tx): Promise<void>;
}
