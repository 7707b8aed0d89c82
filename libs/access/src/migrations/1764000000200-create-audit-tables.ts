import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of the access log. The app role may add entries and seals and read them, nothing else; what waits for a seal it
 * may also take away.
 */
export class CreateAuditTables1764000000200 implements MigrationInterface {
  name = 'CreateAuditTables1764000000200';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table audit_entry (
        entry_id uuid primary key,
        at timestamptz not null,
        client_id text, role text not null, organisation_id uuid, caller_elder_id uuid, region text, purpose text,
        request_id text, correlation_id text,
        action text not null, resource text not null, resource_id uuid, elder_id uuid,
        outcome text not null constraint audit_entry_outcome check (outcome in ('ALLOWED', 'REFUSED')),
        code text, rule text, emergency_reason text, policy_version text not null,
        leaf bytea not null constraint audit_entry_leaf check (length(leaf) = 32))`);
    await query.query(`
      create table audit_pending (
        position bigint generated always as identity primary key,
        entry_id uuid not null)`);
    // One row per batch: a row per entry would double what an audited request costs to write.
    await query.query(`
      create table audit_seal (
        seal_no bigint primary key,
        sealed_at timestamptz not null,
        previous bytea not null, start bytea not null, head bytea not null,
        entry_ids uuid[] not null, chain bytea not null,
        constraint audit_seal_chain check (length(chain) = 32 * cardinality(entry_ids)))`);
    await query.query(`
      do $$ declare app text := current_database() || '_app'; begin
        execute format('revoke all on audit_entry, audit_pending, audit_seal from %I', app);
        execute format('grant select, insert on audit_entry, audit_seal to %I', app);
        execute format('grant select, insert, delete on audit_pending to %I', app);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
