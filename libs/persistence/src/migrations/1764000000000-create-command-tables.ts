import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the command path that every service has: stored answers, business clock, deadlines. */
export class CreateCommandTables1764000000000 implements MigrationInterface {
  name = 'CreateCommandTables1764000000000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table idempotency_record (
        client_id text not null, route text not null, key text not null,
        body_hash text not null, status int not null, body bytea not null, etag text, location text,
        stored_at timestamptz not null default now(),
        constraint idempotency_record_pkey primary key (client_id, route, key))`);
    await query.query('create index idempotency_record_age on idempotency_record (stored_at)');
    await query.query(`
      create table business_clock (
        only_row boolean primary key default true check (only_row),
        offset_milliseconds bigint not null default 0)`);
    await query.query('insert into business_clock default values');
    await query.query(`
      create table deadline (
        id uuid primary key,
        kind text not null,
        subject_id uuid not null,
        rule text not null, clause text, policy_version text,
        started_at timestamptz not null, due_at timestamptz not null,
        paused_at timestamptz, done_at timestamptz, breached_at timestamptz,
        unique (kind, subject_id))`);
    await query.query('create index deadline_open on deadline (due_at) where done_at is null and breached_at is null');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
