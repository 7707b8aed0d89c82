import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts that indicators count; nothing about persons. */
export class CreateFactTables1764000001400 implements MigrationInterface {
  name = 'CreateFactTables1764000001400';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table institution_fact (
        institution_id uuid primary key, kind text not null, division char(6) not null, host_id uuid)`);
    await query.query('create index institution_fact_division on institution_fact (division)');
    await query.query(`
      create table qualification_fact (
        qualification_id uuid not null, institution_id uuid not null, side text not null, state text not null,
        effective_on date not null, sequence bigint not null, primary key (institution_id, sequence))`);
    await query.query(`
      create table agreement_fact (
        agreement_id uuid primary key, care_institution_id uuid not null, medical_institution_id uuid not null,
        division char(6) not null, signed_on date not null, valid_from date not null, valid_to date not null,
        ended_on date)`);
    await query.query('create index agreement_fact_division on agreement_fact (division)');
    await query.query(`
      create table referral_fact (
        referral_id uuid primary key, direction text not null, urgency text not null,
        from_region char(6) not null, to_region char(6) not null, requested_at timestamptz not null,
        accepted_at timestamptz, rejected_at timestamptz, completed_at timestamptz)`);
    await query.query('create index referral_fact_period on referral_fact (requested_at)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
