import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Liaison forms (联系表): who answers for a small home at its medical partner. */
export class CreateLiaisonForm1764000001510 implements MigrationInterface {
  name = 'CreateLiaisonForm1764000001510';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table liaison_form (
        id uuid primary key, care_institution_id uuid not null references institution,
        medical_institution_id uuid not null references institution, division char(6) not null,
        doctors jsonb not null, nurses jsonb not null, service_hours text not null, in_other_county boolean not null,
        reason text, status text not null, filled_on date not null, ended_on date, version int not null default 1)`);
    await query.query(`
      create unique index liaison_form_once on liaison_form (care_institution_id, medical_institution_id)
      where status = 'ACTIVE'`);
    await query.query('create index liaison_form_of_medical on liaison_form (medical_institution_id)');
    await query.query(`create index liaison_form_listed on liaison_form (division, id) where status = 'ACTIVE'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
