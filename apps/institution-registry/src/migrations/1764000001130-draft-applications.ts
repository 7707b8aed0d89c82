import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An application may be kept as a draft, which only its writer sees. */
export class DraftApplications1764000001130 implements MigrationInterface {
  name = 'DraftApplications1764000001130';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      alter table application alter column submitted_at drop not null, add column drafted_by text,
        add constraint application_submitted check (submitted_at is not null or status in ('DRAFT', 'WITHDRAWN'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
