import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Institutions that were registered before there were reviews get their first. */
export class ReviewKnownInstitutions1764000001410 implements MigrationInterface {
  name = 'ReviewKnownInstitutions1764000001410';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      insert into deadline (id, kind, subject_id, rule, started_at, due_at)
      select uuidv7(), 'institution.review', id, 'REG-01', now(), now() from institution
      on conflict (kind, subject_id) do nothing`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
