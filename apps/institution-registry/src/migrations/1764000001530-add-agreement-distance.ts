import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far apart the parties were when they agreed. */
export class AddAgreementDistance1764000001530 implements MigrationInterface {
  name = 'AddAgreementDistance1764000001530';

  async up(query: QueryRunner): Promise<void> {
    await query.query('alter table agreement add distance_km double precision');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
