import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an institution is integrated is computed from its qualifications at every read; the column was never written. */
export class DropIntegratedSince1764000001150 implements MigrationInterface {
  name = 'DropIntegratedSince1764000001150';

  async up(query: QueryRunner): Promise<void> {
    await query.query('alter table institution drop column integrated_since');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
