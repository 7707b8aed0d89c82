import { personalTableSql } from '@yiyang/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints about institutions and their replies. Texts are sealed; a complaint of an elder is the elder's. */
export class CreateComplaints1764000001720 implements MigrationInterface {
  name = 'CreateComplaints1764000001720';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table complaint (
        id uuid primary key, institution_id uuid not null references institution, division char(6) not null, side text not null,
        complainant_role text not null, complainant_organisation_id uuid, complainant_elder_id uuid,
        topic text not null, text_sealed bytea not null, reply_sealed bytea,
        filed_at timestamptz not null, replied_at timestamptz, version int not null default 1,
        constraint complaint_reply_has_its_time check ((reply_sealed is null) = (replied_at is null)))`);
    await query.query('create index complaint_of_institution on complaint (institution_id, id)');
    await query.query(
      personalTableSql('complaint', {
        columns: {
          serviceRegion: 'division',
          institution: ['institution_id', 'complainant_organisation_id'],
          elder: 'complainant_elder_id',
        },
        roles: ['HEALTH', 'CIVIL_AFFAIRS', 'CARE_INST', 'MED_INST', 'ELDER'],
      }),
    );
    await query.query(`do $$ begin
      execute format('revoke delete on complaint from %I', current_database() || '_app'); end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
