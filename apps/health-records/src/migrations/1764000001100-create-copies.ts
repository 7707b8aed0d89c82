import { personalTableSql } from '@yiyang/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What health-records keeps of other services' facts; all of it can be rebuilt from their events. */
export class CreateCopies1764000001100 implements MigrationInterface {
  name = 'CreateCopies1764000001100';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table institution_copy (
        institution_id uuid primary key,
        kind text not null, side text not null, division char(6) not null, host_id uuid)`);
    await query.query('create index institution_copy_host on institution_copy (host_id) where host_id is not null');
    // A unit and its host act for each other; two units of one host do not.
    await query.query(`
      create view institution_kin as
        select institution_id, host_id as kin_id from institution_copy where host_id is not null
        union all
        select host_id, institution_id from institution_copy where host_id is not null`);
    await query.query(`
      create table assessor_copy (
        assessor_id uuid primary key,
        organisation_id uuid not null, valid_from date not null, valid_to date not null, division char(6) not null)`);
    await query.query(`
      create table access_log (
        entry_id uuid primary key,
        elder_id uuid not null, at timestamptz not null,
        role text not null, organisation_id uuid, region char(6),
        purpose text not null, action text not null, outcome text not null, emergency boolean not null)`);
    await query.query('create index access_log_of_elder on access_log (elder_id, at desc, entry_id desc)');
    await query.query(personalTableSql('access_log', { columns: { elder: 'elder_id' } }));
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
