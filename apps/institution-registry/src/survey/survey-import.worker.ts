import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from '@yiyang/observability';
import { Database, SoleWorker } from '@yiyang/persistence';
import { LOGGER } from '@yiyang/service';
import { SurveyBatches } from './survey-batches.js';

const LOOK_EVERY_MILLISECONDS = 1000;

/** Imports surveys in one replica at a time. */
@Injectable()
export class SurveyImportWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private worker: SoleWorker | undefined;

  constructor(
    private readonly database: Database,
    private readonly batches: SurveyBatches,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Nest calls this twice: for the application and for its event handlers. */
  onApplicationBootstrap(): void {
    if (this.worker) return;
    const round = () => this.batches.next();
    this.worker = new SoleWorker(this.database, 'survey-import', round, LOOK_EVERY_MILLISECONDS, this.logger);
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.stop();
  }

  /** A file has been received. */
  wake(): void {
    this.worker?.wake();
  }
}
