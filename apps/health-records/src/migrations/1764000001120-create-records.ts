import { personalTableSql, type Role } from '@yiyang/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGIONS = 'residence_region char(6) not null, insured_region char(6) not null';

/** Roles that a prohibition keeps out are kept out by the table too. Source: standards §14. */
const READERS: Readonly<Record<string, readonly Role[]>> = {
  consent: ['HEALTH', 'CIVIL_AFFAIRS', 'CARE_INST', 'MED_INST', 'ELDER'],
  assessment: ['HEALTH', 'CIVIL_AFFAIRS', 'CARE_INST', 'MED_INST', 'ELDER'],
  document: ['HEALTH', 'CARE_INST', 'MED_INST', 'ELDER'],
};

/** What is known about an elder: consents, assessments, documents. Assessments and documents are only ever added. */
export class CreateRecords1764000001120 implements MigrationInterface {
  name = 'CreateRecords1764000001120';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table consent (
        id uuid primary key, version int not null, elder_id uuid not null references elder,
        giver_kind text not null, relation text, proof text,
        recipients text[] not null, purposes text[] not null, data_classes text[] not null,
        consent_version int not null, valid_from date not null, valid_to date,
        given_at timestamptz not null, withdrawn_at timestamptz, ${REGIONS},
        constraint consent_guardian_with_proof check (case giver_kind
          when 'ELDER' then relation is null and proof is null
          when 'GUARDIAN' then relation is not null and proof is not null
          else false end),
        constraint consent_names_its_use check (
          cardinality(recipients) > 0 and cardinality(purposes) > 0 and cardinality(data_classes) > 0),
        constraint consent_version_once unique (elder_id, consent_version))`);
    await query.query(`
      create table assessment (
        id uuid primary key, version int not null, elder_id uuid not null references elder,
        assessor_id uuid not null, scale text not null, scale_version text not null,
        assessed_on date not null, valid_to date not null, level int not null,
        sealed bytea not null, policy_version text not null, recorded_at timestamptz not null, ${REGIONS},
        constraint assessment_level check (level between 0 and 4),
        constraint assessment_validity check (valid_to >= assessed_on))`);
    await query.query('create index assessment_of_elder on assessment (elder_id, assessed_on desc, id desc)');
    await query.query(`
      create table document (
        id uuid not null, version int not null, elder_id uuid not null references elder,
        type text not null, institution_id uuid not null, referral_id uuid, source_id text not null,
        sealed bytea not null, added_at timestamptz not null, ${REGIONS},
        primary key (id, version),
        constraint document_source_once unique (institution_id, source_id, version))`);
    await query.query('create index document_of_elder on document (elder_id, id desc, version desc)');
    await query.query(`do $$ begin
      execute format('revoke update, delete on assessment, document from %I', current_database() || '_app'); end $$`);
    const columns = { residenceRegion: 'residence_region', elder: 'elder_id', relationTable: 'open_relation' };
    for (const [table, roles] of Object.entries(READERS))
      await query.query(personalTableSql(table, { columns, roles }));
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
