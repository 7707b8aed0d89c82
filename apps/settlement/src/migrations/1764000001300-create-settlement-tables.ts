import type { MigrationInterface, QueryRunner } from 'typeorm';
import { personalTableSql } from '@yiyang/access';

const COPIES = `
  create table institution_copy (
    institution_id uuid primary key, kind text not null, side text not null, level int not null, grade text,
    host_id uuid, division char(6) not null, operation text not null, operating_since date);
  create table qualification_copy (
    qualification_id uuid primary key, institution_id uuid not null, side text not null, state text not null,
    founded_on date not null);
  create index qualification_copy_institution on qualification_copy (institution_id);
  create table elder_copy (
    elder_id uuid primary key, residence_region char(6) not null, insured_region char(6) not null,
    scheme text not null, person_type text not null);
  create table referral_link (
    referral_id uuid primary key, chain_id uuid not null, elder_id uuid not null, parent_referral_id uuid,
    from_institution_id uuid, institution_id uuid not null, status text not null,
    admitted_on date, discharged_on date, next_referral_id uuid);
  create index referral_link_elder on referral_link (elder_id)`;

const DESIGNATION = `
  create table designation (
    id uuid primary key, institution_id uuid not null, division char(6) not null, status text not null,
    schemes text[] not null, applied_on date not null, accepted_on date, evaluation_due_on date, agreement_due_on date,
    evaluated_on date, signed_on date, opened_on date, active_periods jsonb not null default '[]',
    effective_on date, reason_code text, version int not null default 1);
  create unique index one_designation_at_a_time on designation (institution_id) where status not in ('REJECTED', 'TERMINATED');
  create index designation_institution on designation (institution_id, id)`;

// The account row has no amounts: it is what claims of one person wait on. Amounts are the sum of the ledger.
const CLAIM = `
  create table benefit_account (elder_id uuid primary key);
  create table claim (
    id uuid primary key, elder_id uuid not null, institution_id uuid not null, referral_id uuid, chain_id uuid,
    scheme text not null, person_type text not null, year int not null,
    admitted_on date not null, discharged_on date not null,
    service_region char(6) not null, residence_region char(6) not null, insured_region char(6) not null,
    status text not null, bill jsonb not null, terms jsonb not null, settlement jsonb not null,
    policy_version text not null, adjudicated_at timestamptz not null, adjusted_at timestamptz,
    cancelled_at timestamptz, reason_code text, version int not null default 1,
    constraint stay_ends_after_it_begins check (discharged_on >= admitted_on));
  create index claim_elder on claim (elder_id, discharged_on);
  create index claim_referral on claim (referral_id);
  create unique index stay_settled_once on claim (elder_id, institution_id, admitted_on) where status <> 'CANCELLED';
  create table benefit_entry (
    id uuid primary key, elder_id uuid not null, year int not null, scheme text not null, claim_id uuid not null,
    insured_region char(6) not null, kind text not null, reason_code text, recorded_at timestamptz not null,
    admissions int not null, total_fen bigint not null, in_scope_fen bigint not null, deductible_fen bigint not null,
    pool_fen bigint not null, major_fen bigint not null, aid_fen bigint not null, person_fen bigint not null,
    cash_fen bigint not null,
    constraint nothing_is_lost check (total_fen = pool_fen + major_fen + aid_fen + person_fen));
  create index benefit_entry_account on benefit_entry (elder_id, year, scheme);
  create index benefit_entry_claim on benefit_entry (claim_id, recorded_at)`;

/** Copies of other services' facts, designations, claims and the benefit ledger. */
export class CreateSettlementTables1764000001300 implements MigrationInterface {
  name = 'CreateSettlementTables1764000001300';

  async up(query: QueryRunner): Promise<void> {
    await query.query(COPIES);
    await query.query(DESIGNATION);
    await query.query(CLAIM);
    const roles = ['MED_INST', 'INSURANCE', 'ELDER'] as const;
    const columns = { insuredRegion: 'insured_region', elder: 'elder_id' };
    await query.query(personalTableSql('claim', { roles, columns: { ...columns, institution: 'institution_id' } }));
    await query.query(personalTableSql('benefit_entry', { roles, columns: { ...columns, relationTable: 'claim' } }));
    await query.query(
      `do $$ begin execute format('revoke update, delete on benefit_entry from %I', current_database() || '_app'); end $$`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
