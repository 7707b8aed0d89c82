import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sent a survey, for the audit entries of its batches. */
export class KeepSurveySender1764000001711 implements MigrationInterface {
  name = 'KeepSurveySender1764000001711';

  async up(query: QueryRunner): Promise<void> {
    await query.query('alter table survey_import add column sender jsonb');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
