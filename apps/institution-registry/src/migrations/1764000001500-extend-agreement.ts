import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole life of an agreement: drafts, checks, suspension, early ends, renewals; and what two of them may not share. */
export class ExtendAgreement1764000001500 implements MigrationInterface {
  name = 'ExtendAgreement1764000001500';

  async up(query: QueryRunner): Promise<void> {
    await query.query('create extension if not exists btree_gist');
    await query.query(`
      alter table agreement
        add proposed_by uuid, add encounter_types text[] not null default '{}', add check_cycle_months int,
        add last_checked_on date, add ended_on date, add reason_code text,
        add renews_id uuid references agreement`);
    await query.query('update agreement set proposed_by = care_institution_id');
    await query.query('create index agreement_of_division on agreement (division, id)');
    await query.query('create index agreement_renewal on agreement (renews_id) where renews_id is not null');
    // One row per type, because two agreements overlap by the type they share.
    await query.query(`
      create table agreement_cover (
        agreement_id uuid not null references agreement, type text not null,
        care_institution_id uuid not null, medical_institution_id uuid not null, term daterange not null,
        primary key (agreement_id, type),
        constraint agreement_no_overlap exclude using gist
          (care_institution_id with =, medical_institution_id with =, type with =, term with &&))`);
    await query.query(`
      insert into agreement_cover (agreement_id, type, care_institution_id, medical_institution_id, term)
      select id, unnest(types), care_institution_id, medical_institution_id, daterange(valid_from, valid_to, '[]')
      from agreement order by id on conflict do nothing`);
    await query.query(`
      create table agreement_check (
        id uuid primary key, agreement_id uuid not null references agreement, kind text not null, result text not null,
        checked_on date not null, organisation_id uuid, role text not null, recorded_at timestamptz not null)`);
    await query.query('create index agreement_check_of on agreement_check (agreement_id, id)');
    await query.query(`
      do $$ declare app text := current_database() || '_app'; begin
        execute format('revoke all on agreement_check from %I', app);
        execute format('grant select, insert on agreement_check to %I', app);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
