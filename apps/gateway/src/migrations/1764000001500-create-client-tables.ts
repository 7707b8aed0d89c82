import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which client stands for whom. Institutions and elders are copies of events; the rest is configuration. */
export class CreateClientTables1764000001500 implements MigrationInterface {
  name = 'CreateClientTables1764000001500';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table client (
        client_id text primary key, role text not null, region char(6) not null, purposes text[] not null,
        source text not null constraint client_source check (source in ('CONFIGURED', 'DEVELOPMENT')),
        constraint client_has_purpose check (cardinality(purposes) > 0))`);
    await query.query(`
      create table client_binding (
        client_id text not null, subject_id uuid not null, role text not null, region char(6),
        primary key (client_id, subject_id))`);
    await query.query('create table institution_unit (institution_id uuid primary key, host_id uuid not null)');
    await query.query('create index institution_unit_host on institution_unit (host_id)');
    await query.query(`
      create table development_client (client_id text primary key, secret_sha256 bytea not null)`);
    await query.query(`
      create table development_key (
        one boolean primary key default true constraint development_key_only_one check (one),
        sealed bytea not null)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
