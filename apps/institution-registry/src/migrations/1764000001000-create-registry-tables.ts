import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications, institutions with their qualifications and beds, client bindings, assessors, agreements. */
export class CreateRegistryTables1764000001000 implements MigrationInterface {
  name = 'CreateRegistryTables1764000001000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table institution (
        id uuid primary key, name text not null, credit_code text, kind text not null, side text not null,
        level int, grade text, division char(6) not null, host_id uuid references institution,
        ownership text not null, profit_nature text not null, investment_origin text not null,
        operation_state text not null, started_on date,
        is_integrated boolean not null default false, integrated_since date,
        version int not null default 1)`);
    await query.query('create index institution_by_division on institution (division, id)');
    await query.query('create index institution_units on institution (host_id) where host_id is not null');
    await query.query(`
      create table application (
        id uuid primary key, institution_id uuid not null, kind text not null, side text not null,
        path text not null, path_because jsonb not null, level int, grade text, name text not null, credit_code text,
        division char(6) not null, ownership text not null, profit_nature text not null, investment_origin text not null,
        host_id uuid references institution, beds jsonb not null, status text not null,
        submitted_at timestamptz not null, accepted_at timestamptz, decided_on date, legal_basis text, reason_code text,
        version int not null default 1)`);
    await query.query(`
      create table qualification (
        id uuid primary key, institution_id uuid not null references institution, application_id uuid not null references application,
        side text not null, path text not null, state text not null, valid_from date not null, valid_to date,
        establishment_approval_no text, practice_registration_no text, state_since date not null, reason_code text,
        constraint qualification_once_per_application unique (application_id))`);
    await query.query('create index qualification_of_institution on qualification (institution_id)');
    await query.query(`
      create table bed_inventory (
        institution_id uuid not null references institution, bed_kind text not null,
        approved int not null, operating int not null, blocked int not null default 0, effective_on date not null,
        primary key (institution_id, bed_kind),
        constraint bed_inventory_adds_up check (0 <= blocked and blocked <= operating and operating <= approved))`);
    await query.query(`
      create table client_binding (
        client_id text primary key, institution_id uuid not null references institution, role text not null,
        bound_at timestamptz not null)`);
    await query.query(`
      create table assessor (
        id uuid primary key, organisation_id uuid not null references institution, certificate_no text not null unique,
        valid_from date not null, valid_to date not null, division char(6) not null, version int not null default 1)`);
    await query.query(`
      create table agreement (
        id uuid primary key, care_institution_id uuid not null references institution,
        medical_institution_id uuid not null references institution, types text[] not null, items text[] not null,
        mechanisms text[] not null, content text not null, way text not null, cost text not null, duties text not null,
        valid_from date not null, valid_to date not null, division char(6) not null, status text not null,
        care_signed_at timestamptz, medical_signed_at timestamptz, version int not null default 1)`);
    await query.query('create index agreement_of_care on agreement (care_institution_id)');
    await query.query('create index agreement_of_medical on agreement (medical_institution_id)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
