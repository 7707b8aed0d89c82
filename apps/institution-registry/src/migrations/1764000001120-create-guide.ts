import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of guides for applicants, to which the app role may only add. */
export class CreateGuide1764000001120 implements MigrationInterface {
  name = 'CreateGuide1764000001120';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table guide (
        id uuid primary key, division char(6) not null, side text not null, kind text, path text not null,
        version int not null, parts jsonb not null, published_at timestamptz not null,
        constraint guide_version unique nulls not distinct (division, side, path, kind, version))`);
    await query.query(`
      do $$ declare app text := current_database() || '_app'; begin
        execute format('revoke all on guide from %I', app);
        execute format('grant select, insert on guide to %I', app);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
