import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a cooperation agreement is suspended. */
export class AddAgreementSuspension1764000001590 implements MigrationInterface {
  name = 'AddAgreementSuspension1764000001590';

  async up(query: QueryRunner): Promise<void> {
    await query.query('alter table agreement_copy add suspended_from date');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
