import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Policy sets with their versions and the drafts that become versions; the values themselves stand in `policy_value`.
 * A division has at most one set, a template none. Versions are only ever added.
 */
export class CreatePolicySets1764000001600 implements MigrationInterface {
  name = 'CreatePolicySets1764000001600';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table policy_set (
        id uuid primary key, name text not null constraint policy_set_name_key unique,
        division char(6) constraint policy_set_division_key unique, version int not null)`);
    await query.query(`
      create table policy_set_version (
        policy_set_id uuid not null references policy_set, version int not null, published_at timestamptz not null,
        client_id text, role text, draft_id uuid, template_id uuid,
        primary key (policy_set_id, version))`);
    await query.query(`
      create table policy_draft (
        id uuid primary key, division char(6) not null, base_version int not null,
        status text not null constraint policy_draft_status check (status in ('DRAFT', 'PUBLISHED', 'DISCARDED')),
        "values" jsonb not null, published_version int, created_at timestamptz not null,
        client_id text not null, role text not null, version int not null)`);
    await query.query('create index policy_draft_division on policy_draft (division, id)');
    await query.query(`
      do $$ declare app text := current_database() || '_app'; begin
        execute format('revoke all on policy_set_version from %I', app);
        execute format('grant select, insert on policy_set_version to %I', app);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
