import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of the survey of institutions, what became of their lines, and what they say of each institution. */
export class CreateSurveys1764000001710 implements MigrationInterface {
  name = 'CreateSurveys1764000001710';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table survey_import (
        id uuid primary key, division char(6) not null, format text not null, declared_encoding text, encoding text not null,
        content bytea, rows_total int not null, rows_done int not null, rows_stored int not null, rows_rejected int not null,
        received_at timestamptz not null, finished_at timestamptz,
        constraint survey_import_adds_up check (rows_stored + rows_rejected = rows_done and rows_done <= rows_total),
        constraint survey_import_has_its_file check (content is not null or finished_at is not null))`);
    await query.query('create index survey_import_unfinished on survey_import (id) where finished_at is null');
    await query.query(`
      create table survey_entry (
        id uuid primary key, entry_key text not null, name text not null, credit_code text, kind text not null,
        side text not null, division char(6) not null, operation_state text, management_mode text,
        surveyed_at timestamptz not null, import_id uuid not null,
        constraint survey_entry_once unique (entry_key))`);
    await query.query('create index survey_entry_of_division on survey_entry (division, entry_key)');
    await query.query(`
      create table survey_import_row (
        import_id uuid not null, line int not null, result text not null, entry_id uuid, faults jsonb,
        primary key (import_id, line),
        constraint survey_import_row_result check ((result = 'REJECTED') = (faults is not null)))`);
    await query.query(`
      create index institution_by_survey_key on institution
        ((coalesce(credit_code, division || '|' || kind || '|' || name)))`);
    await query.query(`
      do $$ declare app text := current_database() || '_app'; begin
        execute format('revoke update, delete on survey_import_row from %I', app);
        execute format('revoke delete on survey_import, survey_entry from %I', app);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
