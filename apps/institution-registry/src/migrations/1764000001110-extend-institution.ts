import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an operation is in its state; the record of bad practice, to which the app role may only add. */
export class ExtendInstitution1764000001110 implements MigrationInterface {
  name = 'ExtendInstitution1764000001110';

  async up(query: QueryRunner): Promise<void> {
    await query.query('alter table institution add column operation_since date');
    await query.query('update institution set operation_since = started_on');
    await query.query(`
      create table penalty (
        id uuid primary key, institution_id uuid not null references institution, division char(6) not null,
        conduct text not null, penalty text not null, legal_basis text not null, decided_on date not null, listed_to date)`);
    await query.query('create index penalty_of_institution on penalty (institution_id, id desc)');
    await query.query(`
      do $$ declare app text := current_database() || '_app'; begin
        execute format('revoke all on penalty from %I', app);
        execute format('grant select, insert on penalty to %I', app);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
