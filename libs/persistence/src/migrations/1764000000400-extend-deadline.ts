import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deadlines that warn before they pass, that a department can list, and that back off while they cannot be acted on. */
export class ExtendDeadline1764000000400 implements MigrationInterface {
  name = 'ExtendDeadline1764000000400';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      alter table deadline
        add column division char(6), add column owner_role text, add column owner_id uuid,
        add column warn_at timestamptz, add column warned_at timestamptz,
        add column attempts int not null default 0, add column next_try_at timestamptz`);
    // The next instant at which something is to be done about the row; least() leaves a missing warning out.
    await query.query(`
      alter table deadline add column next_at timestamptz not null
        generated always as (least(due_at, case when warned_at is null then warn_at end)) stored`);
    await query.query(`
      create index deadline_next on deadline (next_at)
        where done_at is null and breached_at is null and paused_at is null`);
    await query.query('create index deadline_listing on deadline (due_at, id) where division is not null');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
