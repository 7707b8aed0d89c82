import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days on which a cooperation agreement was suspended, because a quarter may be counted after it was cured. */
export class AddAgreementSuspensions1764000001591 implements MigrationInterface {
  name = 'AddAgreementSuspensions1764000001591';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`alter table agreement_fact add suspended datemultirange not null default '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
