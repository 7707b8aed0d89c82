import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of every institution, change by change; the app role may add and read, nothing else. */
export class CreateInstitutionChange1764000001010 implements MigrationInterface {
  name = 'CreateInstitutionChange1764000001010';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table institution_change (
        id uuid primary key, institution_id uuid not null, aspect text not null, subject text not null,
        effective_on date not null, recorded_at timestamptz not null, state jsonb not null,
        action text not null, reason_code text, client_id text not null, role text not null, organisation_id uuid)`);
    await query.query(`
      create index institution_change_of on institution_change
        (institution_id, aspect, subject, effective_on desc, recorded_at desc, id desc)`);
    await query.query(`
      do $$ declare app text := current_database() || '_app'; begin
        execute format('revoke all on institution_change from %I', app);
        execute format('grant select, insert on institution_change to %I', app);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
