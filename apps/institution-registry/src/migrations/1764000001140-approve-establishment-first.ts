import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outside the two-in-one the establishment is approved in a step of its own, before practice is registered. */
export class ApproveEstablishmentFirst1764000001140 implements MigrationInterface {
  name = 'ApproveEstablishmentFirst1764000001140';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      alter table application add column establishment_approval_no text, add column establishment_approved_on date,
        add constraint application_establishment
          check ((establishment_approval_no is null) = (establishment_approved_on is null))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
