import { personalTableSql, type Role } from '@yiyang/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGIONS = 'residence_region char(6) not null, insured_region char(6) not null';
const REGISTRARS: readonly Role[] = ['HEALTH', 'CIVIL_AFFAIRS'];
const OWN = `(select nullif(current_setting('yiyang.organisation', true), ''))::uuid[]`;

/** The master index: who the elders are, how they are found, and which institutions have to do with them. */
export class CreatePeople1764000001110 implements MigrationInterface {
  name = 'CreatePeople1764000001110';

  async up(query: QueryRunner): Promise<void> {
    await this.createElder(query);
    await this.createTies(query);
    await this.closeElder(query);
    await query.query(`
      create table match_case (
        id uuid primary key,
        elder_id uuid not null references elder, candidate_id uuid not null references elder,
        reason text not null, state text not null, opened_at timestamptz not null, ${REGIONS},
        constraint match_case_reason check (reason = 'NAME_DIFFERS'),
        constraint match_case_state check (state in ('OPEN', 'SAME_PERSON', 'OTHER_PERSON')))`);
    await query.query(`create index match_case_open on match_case (residence_region, id) where state = 'OPEN'`);
    await query.query(
      personalTableSql('match_case', { columns: { residenceRegion: 'residence_region' }, roles: REGISTRARS }),
    );
    await query.query(`
      create table elder_client (
        client_id text constraint elder_client_one_elder primary key,
        elder_id uuid not null references elder, bound_at timestamptz not null, ${REGIONS})`);
    const columns = { residenceRegion: 'residence_region', elder: 'elder_id' };
    await query.query(personalTableSql('elder_client', { columns, roles: ['CIVIL_AFFAIRS', 'ELDER'] }));
  }

  private async createElder(query: QueryRunner): Promise<void> {
    await query.query(`
      create table elder (
        id uuid primary key, version int not null, ${REGIONS},
        scheme text not null, person_type text not null, birth_year int not null,
        sealed bytea not null, registered_by uuid not null, registered_at timestamptz not null,
        constraint elder_scheme check (scheme in ('EMPLOYEE', 'RESIDENT')),
        constraint elder_person_type check (person_type in ('EMPLOYEE', 'RETIREE', 'RESIDENT')))`);
    await query.query(`
      create table person_key (
        elder_id uuid primary key references elder, key_id text not null, wrapped bytea not null)`);
    // One row per master key, so that a new key is filled in while the old one still finds everybody.
    await query.query(`
      create table person_index (
        elder_id uuid not null references elder, key_id text not null, value text not null,
        is_primary boolean not null,
        primary key (elder_id, key_id))`);
    await query.query('create index person_index_value on person_index (value)');
    await query.query('create unique index person_index_one_person on person_index (key_id, value) where is_primary');
  }

  /** Relations and grants carry ids and dates only. A relation opens an elder to a unit through its host and back. */
  private async createTies(query: QueryRunner): Promise<void> {
    await query.query(`
      create table elder_relation (
        id uuid primary key,
        elder_id uuid not null references elder, institution_id uuid not null,
        relation text not null, source_id uuid not null, since timestamptz not null, ended_at timestamptz, ${REGIONS},
        constraint elder_relation_kind check (relation in ('REGISTERED_BY', 'RESIDENT', 'CONTRACT')),
        constraint elder_relation_once unique (elder_id, institution_id, relation, source_id))`);
    await query.query(`
      create table read_grant (
        id uuid primary key,
        elder_id uuid not null references elder, referral_id uuid not null, institution_id uuid not null,
        opened_at timestamptz not null, ends_on date, ended_at timestamptz, ${REGIONS},
        constraint read_grant_once unique (referral_id, institution_id))`);
    await query.query('create index read_grant_elder on read_grant (elder_id)');
    await query.query(`
      create function business_now() returns timestamptz language sql stable as $$
        select now() + offset_milliseconds * interval '1 millisecond' from business_clock $$`);
    await query.query(`
      create function business_today() returns date language sql stable as $$
        select (business_now() at time zone 'Asia/Shanghai')::date $$`);
    await query.query(`
      create view open_tie as
        select elder_id, institution_id from elder_relation where ended_at is null or ended_at > business_now()
        union all
        select elder_id, institution_id from read_grant
        where ended_at is null and (ends_on is null or ends_on >= business_today())`);
    await query.query(`
      create view open_relation as
        select elder_id, institution_id from open_tie
        union all
        select t.elder_id, k.institution_id from open_tie t join institution_kin k on k.kin_id = t.institution_id`);
    // After completion a grant only reads.
    await query.query(`
      create view writing_tie as
        select elder_id, institution_id from elder_relation where ended_at is null or ended_at > business_now()
        union all
        select elder_id, institution_id from read_grant where ended_at is null and ends_on is null`);
    const columns = {
      residenceRegion: 'residence_region',
      insuredRegion: 'insured_region',
      institution: 'institution_id',
      elder: 'elder_id',
    };
    for (const table of ['elder_relation', 'read_grant']) {
      await query.query(personalTableSql(table, { columns }));
      await query.query(`
        create policy ${table}_kin on ${table} for select using (
          institution_id in (select kin_id from institution_kin where institution_id = any (${OWN})))`);
    }
  }

  private async closeElder(query: QueryRunner): Promise<void> {
    const columns = {
      residenceRegion: 'residence_region',
      insuredRegion: 'insured_region',
      elder: 'id',
      relationTable: 'open_relation',
    };
    await query.query(personalTableSql('elder', { columns }));
    await query.query(`
      alter table person_key enable row level security;
      alter table person_key force row level security;
      create policy person_key_access on person_key using (
        exists (select from elder where elder.id = person_key.elder_id))`);
    await query.query(`
      alter table person_index enable row level security;
      alter table person_index force row level security;
      create policy person_index_access on person_index using (
        (select nullif(current_setting('yiyang.system', true), '')) is not null)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
