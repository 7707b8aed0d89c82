import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copy of the published regional policy values, in every service. */
export class CreatePolicyCopy1764000000300 implements MigrationInterface {
  name = 'CreatePolicyCopy1764000000300';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table policy_value (
        policy_set_id uuid not null, key text not null, version int not null,
        division char(6), value jsonb not null, valid_from date not null, valid_to date,
        document text not null, clause text not null,
        primary key (policy_set_id, key, version))`);
    await query.query('create index policy_value_resolution on policy_value (key, division, version desc)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
