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
  private worker: SoleWorker | undefined;

  constructor(
    private readonly database: Database,
    private readonly index: PersonIndex,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Nest calls this twice: for the application and for its event handlers. */
  onApplicationBootstrap(): void {
    if (this.worker) return;
    const round = () => this.round();
    this.worker = new SoleWorker(this.database, 'person-index', round, LOOK_EVERY_MILLISECONDS, this.logger);
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.stop();
  }

  /** One batch. @returns how many persons were added. */
  private round(): Promise<number> {
    return this.database.transaction((tx) => {
      tx.actAs(systemContext(SERVICE));
      return this.index.complete(tx, BATCH);
    });
  }
}
