import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { systemContext } from '@yiyang/access';
import type { Logger } from '@yiyang/observability';
import { Database, SoleWorker } from '@yiyang/persistence';
import { LOGGER } from '@yiyang/service';
import { SERVICE } from '../service-name.js';
import { PersonIndex } from './person-index.js';

const BATCH = 200;
const LOOK_EVERY_MILLISECONDS = 60_000;

/** Fills the index of a new master key while the service works; until it is full, the old key finds the rest. */
@Injectable()
export class PersonIndexWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: SoleWorker;

  constructor(
    private readonly database: Database,
    private readonly index: PersonIndex,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.worker = new SoleWorker(database, 'person-index', () => this.round(), LOOK_EVERY_MILLISECONDS, logger);
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.worker.stop();
  }

  /** One batch. @returns how many persons were added. */
  round(): Promise<number> {
    return this.database.transaction((tx) => {
      tx.actAs(systemContext(SERVICE));
      return this.index.complete(tx, BATCH);
    });
  }
}
