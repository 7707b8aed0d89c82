import type { Caller } from '@yiyang/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Encoding } from './domain/decode-lines.js';
import type { SurveyFormat } from './survey-file.js';

/** One file of a survey and how far it is imported. */
@Entity('survey_import')
export class SurveyImportRow {
  @PrimaryColumn('uuid') id!: string;
  /** Of the department that asks; rows lie within it. */
  @Column('char', { length: 6 }) division!: string;
  @Column('text') format!: SurveyFormat;
  /** What the caller declared; null = found out from the file. */
  @Column('text', { nullable: true }) declaredEncoding!: Encoding | null;
  @Column('text') encoding!: Encoding;
  /** The file; null once it is imported. */
  @Column('bytea', { nullable: true }) content!: Buffer | null;
  @Column('int') rowsTotal!: number;
  @Column('int') rowsDone!: number;
  @Column('int') rowsStored!: number;
  @Column('int') rowsRejected!: number;
  /** On whose behalf the batches are stored. */
  @Column('jsonb') sender!: Caller;
  @Column('timestamptz') receivedAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

/** What became of one line of a file. Rows only come. */
@Entity('survey_import_row')
export class SurveyRowResult {
  @PrimaryColumn('uuid') importId!: string;
  @PrimaryColumn('int') line!: number;
  @Column('text') result!: 'STORED' | 'REJECTED';
  @Column('uuid', { nullable: true }) entryId!: string | null;
  @Column('jsonb', { nullable: true }) faults!: { field: string; rule: string }[] | null;
}

/** What the last survey said of one institution. It is no filing and no licence, and refers to none. */
@Entity('survey_entry')
export class SurveyEntryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') entryKey!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) creditCode!: string | null;
  @Column('text') kind!: string;
  @Column('text') side!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text', { nullable: true }) operationState!: string | null;
  @Column('text', { nullable: true }) managementMode!: string | null;
  @Column('timestamptz') surveyedAt!: Date;
  @Column('uuid') importId!: string;
}
