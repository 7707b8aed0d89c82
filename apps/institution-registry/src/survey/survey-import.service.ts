import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Commands, created, found, type Answer, type Call, type PageQuery, type Upload } from '@yiyang/http';
import { Clock, cursorId, decodeCursor, newId, pageById, pageOf } from '@yiyang/persistence';
import type { Encoding } from './domain/decode-lines.js';
import type { SurveyRowsQuery } from './survey.dto.js';
import { surveyImportView } from './survey.view.js';
import { SurveyFile, type SurveyFormat } from './survey-file.js';
import { SurveyImportRepository } from './survey-import.repository.js';
import { SurveyImportWorker } from './survey-import.worker.js';

const FORMATS: Readonly<Record<string, SurveyFormat>> = { 'text/csv': 'CSV', 'application/x-ndjson': 'NDJSON' };

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'UTF-8',
  utf8: 'UTF-8',
  gb18030: 'GB18030',
  gbk: 'GB18030',
  gb2312: 'GB18030',
};

/** Files of the survey of institutions: received at once, imported in the background. Source: REG-52. */
@Injectable()
export class SurveyImportService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly imports: SurveyImportRepository,
    private readonly worker: SurveyImportWorker,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  receive(call: Call, upload: Upload): Promise<Answer> {
    const grant = this.access.require(call.caller, 'survey.import');
    const { region: division } = call.caller;
    const format = FORMATS[upload.mediaType] as SurveyFormat;
    const declaredEncoding = encodingOf(upload.charset);
    const { bytes } = upload;
    const { encoding, rows } = new SurveyFile(bytes, division, { format, encoding: declaredEncoding });
    if (rows === 0)
      throw refusal('MALFORMED_REQUEST', { rule: 'REG-52', fields: [{ path: '', rule: 'at least one row' }] });
    return this.commands.run(call, async (tx) => {
      const received = {
        ...{ id: newId(), division, format, declaredEncoding: declaredEncoding ?? null, encoding },
        ...{ rowsTotal: rows, rowsDone: 0, rowsStored: 0, rowsRejected: 0 },
        ...{ sender: call.caller, receivedAt: this.clock.now(), finishedAt: null },
      };
      this.imports.insert(tx, { ...received, content: bytes });
      const { id: resourceId } = received;
      this.audit.record(tx, call.caller, {
        action: 'survey.import',
        resource: 'survey-import',
        resourceId,
        outcome: 'ALLOWED',
      });
      tx.afterCommit(() => this.worker.wake());
      return created(viewOf(grant, 'survey-import', surveyImportView(received)), 1, `/v1/survey-imports/${resourceId}`);
    });
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'survey.read-import');
    return found(viewOf(grant, 'survey-import', surveyImportView(await this.imports.get(grant, id))));
  }

  async list(caller: Caller, { cursor, limit }: PageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'survey.read-import');
    const before = cursorId(cursor);
    const rows = await this.imports.list(grant, before, limit + 1);
    const page = pageById(rows, limit);
    return found({
      items: page.items.map((row) => viewOf(grant, 'survey-import', surveyImportView(row))),
      nextCursor: page.nextCursor,
    });
  }

  async rows(caller: Caller, id: string, { result, cursor, limit }: SurveyRowsQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'survey.read-import');
    await this.imports.get(grant, id);
    const [after = 0] = cursor === undefined ? [] : decodeCursor(cursor, ['number']);
    const page = pageOf(await this.imports.rows(id, result, after as number, limit + 1), limit, (row) => [row.line]);
    return found({
      items: page.items.map((row) => viewOf(grant, 'survey-row', row)),
      nextCursor: page.nextCursor,
    });
  }
}

function encodingOf(charset: string | undefined): Encoding | undefined {
  const encoding = charset === undefined ? undefined : ENCODINGS[charset];
  if (charset !== undefined && !encoding)
    throw refusal('MEDIA_TYPE_UNSUPPORTED', { fields: [{ path: 'Content-Type', rule: 'charset utf-8 or gb18030' }] });
  return encoding;
}
