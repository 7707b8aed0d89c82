import { setImmediate as written } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Audit } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, Database } from '@yiyang/persistence';
import { SurveyFile, type FileRow } from './survey-file.js';
import { SurveyImportRepository, type SurveyProgress } from './survey-import.repository.js';

const BATCH = 1000;

/** A file at work: read up to behind `rows`, which are the next to be stored, `done` before them. */
interface OpenFile {
  readonly id: string;
  readonly done: number;
  readonly file: SurveyFile;
  readonly rows: readonly FileRow[];
}

/**
 * Imports received files, batch by batch: the entries, what became of each line, how far the file is, the event and the
 * audit entry are one transaction, so a process that is killed anywhere leaves whole batches, and the next one goes on
 * behind them. Source: REG-52.
 */
@Injectable()
export class SurveyBatches {
  private open: OpenFile | undefined;

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
    if (!progress) {
      this.open = undefined;
      return 0;
    }
    const { id, file, rows } = await this.openAt(progress);
    const done = progress.rowsDone + rows.length;
    const storing = this.store(progress, rows);
    // While PostgreSQL stores this batch, the next one is read.
    await Promise.race([storing, written()]);
    this.open = { id, done, file, rows: file.next(BATCH) };
    await storing;
    return 1;
  }

  private store(progress: SurveyProgress, rows: readonly FileRow[]): Promise<void> {
    const { id, division, rowsTotal, sender } = progress;
    const rejected = rows.filter(({ checked }) => !checked.answer).length;
    const after = {
      rowsDone: progress.rowsDone + rows.length,
      rowsStored: progress.rowsStored + rows.length - rejected,
      rowsRejected: progress.rowsRejected + rejected,
    };
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const isLast = after.rowsDone === rowsTotal || rows.length < BATCH;
      const end = isLast ? { finishedAt: now, content: null } : {};
      this.imports.advance(tx, progress, { ...after, ...end });
      this.imports.store(tx, id, rows, now);
      const event = { surveyImportId: id, division, rowsTotal, ...after };
      this.outbox.publish(tx, EVENT.institutionSurveyProgressedV1, id, event, { regioncode: division });
      const entry = { action: 'survey.import', resource: 'survey-import', resourceId: id, outcome: 'ALLOWED' } as const;
      this.audit.record(tx, sender, { ...entry, code: `ROWS_${after.rowsDone}` });
    });
  }

  /** After a failure or a change of process the file is read again up to where the import is. */
  private async openAt({ id, rowsDone, division, format, declaredEncoding }: SurveyProgress): Promise<OpenFile> {
    if (this.open?.id === id && this.open.done === rowsDone) return this.open;
    const encoding = declaredEncoding ?? undefined;
    const file = new SurveyFile(await this.imports.content(id), division, { format, encoding });
    file.next(rowsDone);
    return { id, done: rowsDone, file, rows: file.next(BATCH) };
  }
}
