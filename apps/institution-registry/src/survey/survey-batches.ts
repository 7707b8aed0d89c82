import { Injectable } from '@nestjs/common';
import { Audit } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, Database } from '@yiyang/persistence';
import { SurveyFile } from './survey-file.js';
import { SurveyImportRepository, type SurveyProgress } from './survey-import.repository.js';

const BATCH = 500;

/**
 * Imports received files, batch by batch: the entries, what became of each line, how far the file is, the event and the
 * audit entry are one transaction, so a process that is killed anywhere leaves whole batches, and the next one goes on
 * behind them. Source: REG-52.
 */
@Injectable()
export class SurveyBatches {
  /** The file at work, read as far as `done`. */
  private open: { readonly id: string; readonly file: SurveyFile; readonly done: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly imports: SurveyImportRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Imports the next batch of the oldest file that is not done. @returns how many files it found. */
  async next(): Promise<number> {
    const progress = await this.imports.findUnfinished();
    if (!progress) return 0;
    const file = await this.fileOf(progress);
    const rows = file.next(BATCH);
    const rejected = rows.filter(({ checked }) => !checked.answer).length;
    const after = {
      rowsDone: progress.rowsDone + rows.length,
      rowsStored: progress.rowsStored + rows.length - rejected,
      rowsRejected: progress.rowsRejected + rejected,
    };
    const { id, division, rowsTotal } = progress;
    const isLast = after.rowsDone === rowsTotal;
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      this.imports.advance(tx, progress, { ...after, ...(isLast && { finishedAt: now, content: null }) });
      this.imports.store(tx, id, rows, now);
      const event = { surveyImportId: id, division, rowsTotal, ...after };
      this.outbox.publish(tx, EVENT.institutionSurveyProgressedV1, id, event, { regioncode: division });
      const entry = { action: 'survey.import', resource: 'survey-import', resourceId: id, outcome: 'ALLOWED' } as const;
      this.audit.record(tx, undefined, { ...entry, code: `ROWS_${after.rowsDone}` });
    });
    this.open = isLast ? undefined : { id, file, done: after.rowsDone };
    return 1;
  }

  /** After a failure or a change of process the file is read again up to where the import is. */
  private async fileOf({ id, rowsDone, division, format, declaredEncoding }: SurveyProgress): Promise<SurveyFile> {
    if (this.open?.id === id && this.open.done === rowsDone) return this.open.file;
    const encoding = declaredEncoding ?? undefined;
    const file = new SurveyFile(await this.imports.content(id), division, { format, encoding });
    file.next(rowsDone);
    return file;
  }
}
