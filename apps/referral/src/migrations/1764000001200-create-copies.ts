import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What referral keeps of other services' facts; all of it can be rebuilt from their events. */
export class CreateCopies1764000001200 implements MigrationInterface {
  name = 'CreateCopies1764000001200';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table institution_copy (
        institution_id uuid primary key,
        kind text not null, side text not null, level int, host_id uuid, division char(6) not null)`);
    await query.query('create index institution_copy_division on institution_copy (division)');
    await query.query('create index institution_copy_host on institution_copy (host_id) where host_id is not null');
    await query.query(`
      create table operation_copy (
        institution_id uuid primary key,
        operation_from text not null, operation_to text not null, effective_on date not null)`);
    await query.query(`
      create table qualification_copy (
        qualification_id uuid primary key,
        institution_id uuid not null, state text not null, effective_on date not null)`);
    await query.query('create index qualification_copy_institution on qualification_copy (institution_id)');
    // Its row is also the lock under which beds of the kind are given out.
    await query.query(`
      create table bed_inventory_copy (
        institution_id uuid not null, bed_kind text not null,
        operating int not null, blocked int not null,
        primary key (institution_id, bed_kind))`);
    await query.query(`
      create table agreement_copy (
        agreement_id uuid primary key,
        care_institution_id uuid not null, medical_institution_id uuid not null,
        types text[] not null, valid_from date not null, valid_to date not null, ended_on date)`);
    await query.query('create index agreement_copy_care on agreement_copy (care_institution_id)');
    await query.query('create index agreement_copy_medical on agreement_copy (medical_institution_id)');
    await this.createElders(query);
  }

  private async createElders(query: QueryRunner): Promise<void> {
    await query.query(`
      create table elder_copy (
        elder_id uuid primary key, residence_region char(6) not null, insured_region char(6) not null)`);
    await query.query(`
      create table elder_relation_copy (
        elder_id uuid not null, institution_id uuid not null, relation text not null,
        primary key (elder_id, institution_id, relation))`);
    await query.query(`
      create table consent_copy (
        consent_id uuid primary key, elder_id uuid not null,
        recipients text[] not null, purposes text[] not null,
        valid_from date not null, valid_to date, withdrawn_at timestamptz)`);
    await query.query(`
      create table document_copy (
        document_id uuid primary key, elder_id uuid not null,
        document_type text not null, institution_id uuid not null, referral_id uuid)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
