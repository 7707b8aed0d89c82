import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Database, newId, type Tx } from '@yiyang/persistence';
import type { RowFault, SurveyAnswer } from './domain/check-row.js';
import { SurveyImportRow, type SurveyRowResult } from './survey.entity.js';
import type { FileRow } from './survey-file.js';

/** An import without its file. */
export type SurveyProgress = Omit<SurveyImportRow, 'content'>;

const COLUMNS = `s.id, s.division, s.format, s.declared_encoding, s.encoding, s.rows_total, s.rows_done, s.rows_stored,
  s.rows_rejected, s.sender, s.received_at, s.finished_at`;

const SCOPE = { serviceRegion: 's.division' };

// An institution has one entry, whatever file or line named it last.
const STORE = `
  with answer as materialized (
    select * from json_to_recordset($2) as a (line int, id uuid, key text, name text, "creditCode" text, kind text, side text,
      division text, "operationState" text, "managementMode" text)),
  stored as (
    insert into survey_entry (id, entry_key, name, credit_code, kind, side, division, operation_state, management_mode,
      surveyed_at, import_id)
    select a.id, a.key, a.name, a."creditCode", a.kind, a.side, a.division, a."operationState", a."managementMode", $3, $1
    from answer a
    on conflict (entry_key) do update set name = excluded.name, kind = excluded.kind, side = excluded.side,
      division = excluded.division, operation_state = excluded.operation_state,
      management_mode = excluded.management_mode, surveyed_at = excluded.surveyed_at, import_id = excluded.import_id
    returning id, entry_key)
  insert into survey_import_row (import_id, line, result, entry_id)
  select $1, a.line, 'STORED', stored.id from answer a join stored on stored.entry_key = a.key`;

const REJECT = `
  insert into survey_import_row (import_id, line, result, faults)
  select $1, r.line, 'REJECTED', r.faults from jsonb_to_recordset($2) as r (line int, faults jsonb)`;

/** All SQL of survey imports. */
@Injectable()
export class SurveyImportRepository {
  constructor(private readonly database: Database) {}

  insert(tx: Tx, received: SurveyImportRow): void {
    tx.insert(SurveyImportRow, received);
  }

  async get(grant: Grant, id: string): Promise<SurveyProgress> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from survey_import s where s.id = $1 and ${rowFilter(grant, SCOPE, params)}`;
    const found = await this.database.find<SurveyProgress>(sql, params);
    if (!found) throw refusal('NOT_FOUND');
    return found;
  }

  /** The newest first: ids grow with time. */
  list(grant: Grant, before: string | undefined, limit: number): Promise<SurveyProgress[]> {
    const params: unknown[] = [before ?? null, limit];
    return this.database.many<SurveyProgress>(
      `select ${COLUMNS} from survey_import s
       where ($1::uuid is null or s.id < $1) and ${rowFilter(grant, SCOPE, params)} order by s.id desc limit $2`,
      params,
    );
  }

  rows(id: string, result: string | undefined, after: number, limit: number): Promise<SurveyRowResult[]> {
    return this.database.many<SurveyRowResult>(
      `select import_id, line, result, entry_id, faults from survey_import_row
       where import_id = $1 and line > $2 and ($3::text is null or result = $3) order by line limit $4`,
      [id, after, result ?? null, limit],
    );
  }

  findUnfinished(): Promise<SurveyProgress | undefined> {
    return this.database.find<SurveyProgress>(
      `select ${COLUMNS} from survey_import s where s.finished_at is null order by s.id limit 1`,
    );
  }

  async content(id: string): Promise<Buffer> {
    const sql = 'select content from survey_import where id = $1 and content is not null';
    const row = await this.database.find<{ content: Buffer }>(sql, [id]);
    if (!row) throw new Error('an unfinished import has its file');
    return row.content;
  }

  /** Guarded by how far the import was: a batch that another process has stored meanwhile is refused as a whole. */
  advance(tx: Tx, { id, rowsDone }: SurveyProgress, changes: Partial<SurveyImportRow>): void {
    tx.update(SurveyImportRow, { id, rowsDone }, changes);
  }

  store(tx: Tx, importId: string, rows: readonly FileRow[], surveyedAt: Date): void {
    const answers: (SurveyAnswer & { line: number; id: string })[] = [];
    const faulty: { line: number; faults: readonly RowFault[] }[] = [];
    for (const { line, checked } of rows)
      if (checked.answer) answers.push({ ...checked.answer, line, id: newId() });
      else faulty.push({ line, faults: checked.faults });
    if (answers.length > 0) tx.write(STORE, [importId, JSON.stringify(answers), surveyedAt]);
    if (faulty.length > 0) tx.write(REJECT, [importId, JSON.stringify(faulty)]);
  }
}
