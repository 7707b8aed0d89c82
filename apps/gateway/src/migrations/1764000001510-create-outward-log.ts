import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outward event log: one numbered list per audience, each entry found by the divisions that may see it. */
export class CreateOutwardLog1764000001510 implements MigrationInterface {
  name = 'CreateOutwardLog1764000001510';

  async up(query: QueryRunner): Promise<void> {
    await query.query('create table outward_head (audience text primary key, last bigint not null)');
    await query.query(`
      insert into outward_head (audience, last)
      values ('HEALTH', 0), ('CIVIL_AFFAIRS', 0), ('INSURANCE', 0), ('INTEGRATOR', 0)`);
    await query.query(`
      create table outward_event (
        audience text not null references outward_head, position bigint not null,
        event_id uuid not null, type text not null, subject uuid not null,
        policy_version text not null, envelope text not null,
        primary key (audience, position),
        constraint outward_event_once unique (audience, event_id))`);
    await query.query(`
      create table outward_scope (
        audience text not null, scope text not null, position bigint not null,
        primary key (audience, scope, position))`);
    await query.query(`
      create table outward_region (
        subject_id uuid primary key, residence char(6), insured char(6), parties text[] not null default '{}')`);
    // What was said stays said.
    for (const table of ['outward_event', 'outward_scope'])
      await query.query(`do $$ begin
        execute format('revoke update, delete on ${table} from %I', current_database() || '_app'); end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
