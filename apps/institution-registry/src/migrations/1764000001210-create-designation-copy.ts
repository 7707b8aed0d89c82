import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the search for a bed looks at besides the beds: insurance designations, places, and when free beds were last listed. */
export class CreateDesignationCopy1764000001210 implements MigrationInterface {
  name = 'CreateDesignationCopy1764000001210';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table designation_copy (
        designation_id uuid primary key, institution_id uuid not null, schemes text[] not null,
        active_from date, active_to date)`);
    await query.query('create index designation_copy_institution on designation_copy (institution_id)');
    await query.query('create index bed_inventory_by_kind on bed_inventory (bed_kind, institution_id)');
    await query.query('create index institution_place on institution (latitude, longitude) where latitude is not null');
    await query.query(`
      create table free_bed_listing (
        institution_id uuid primary key references institution, listed_at timestamptz not null)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
