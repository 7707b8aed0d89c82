import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Typed facts of institutions with the days on which they hold; of one subject one holds on a day. */
export class CreateInstitutionFact1764000001300 implements MigrationInterface {
  name = 'CreateInstitutionFact1764000001300';

  async up(query: QueryRunner): Promise<void> {
    await query.query('create extension if not exists btree_gist');
    await query.query(`
      create table institution_fact (
        id uuid primary key, institution_id uuid not null references institution, division char(6) not null,
        type text not null, subject text not null, value jsonb not null, codes text[] not null,
        partner_id uuid references institution, valid_from date not null, valid_to date,
        retracted boolean not null default false, recorded_at timestamptz not null,
        client_id text not null, role text not null, organisation_id uuid,
        ended_at timestamptz, end_reason text, version int not null default 1,
        constraint institution_fact_period check (valid_from <= valid_to),
        constraint institution_fact_one_on_a_day exclude using gist
          (institution_id with =, type with =, subject with =, daterange(valid_from, valid_to, '[]') with &&)
          where (not retracted))`);
    await query.query(
      'create index institution_fact_of on institution_fact (institution_id, type) where not retracted',
    );
    await query.query('create index institution_fact_of_type on institution_fact (type, id) where not retracted');
    await query.query(`
      create index institution_fact_of_partner on institution_fact (partner_id, type)
        where partner_id is not null and not retracted`);
    await query.query(`
      do $$ begin
        execute format('revoke delete on institution_fact from %I', current_database() || '_app');
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
