import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inventory of beds day by day, its changes, and the copy of how the beds are used. */
export class CreateBedChanges1764000001200 implements MigrationInterface {
  name = 'CreateBedChanges1764000001200';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      alter table institution add latitude double precision, add longitude double precision,
        add constraint institution_place check ((latitude is null) = (longitude is null)
          and latitude between -90 and 90 and longitude between -180 and 180)`);
    await query.query(`
      alter table bed_inventory add reserved int not null default 0, add withheld int not null default 0,
        add gender text not null default 'ANY', add needs_assessment boolean not null default false,
        add has_waitlist boolean not null default false,
        add constraint bed_inventory_reserved check (0 <= reserved and reserved <= operating),
        add constraint bed_inventory_withheld check (0 <= withheld and withheld <= operating - blocked)`);
    await query.query(`
      create table bed_day (
        institution_id uuid not null references institution, bed_kind text not null, effective_on date not null,
        approved int not null, operating int not null, blocked int not null, reserved int not null,
        primary key (institution_id, bed_kind, effective_on),
        constraint bed_day_adds_up check (0 <= blocked and blocked <= operating and operating <= approved
          and 0 <= reserved and reserved <= operating))`);
    await query.query(`
      create table bed_change (
        id uuid primary key, institution_id uuid not null references institution, division char(6) not null,
        status text not null, effective_on date not null, lines jsonb not null, bed_kind text, count int, spare int,
        requested_at timestamptz not null, answered_at timestamptz, action text not null, reason_code text,
        client_id text not null, role text not null, organisation_id uuid, version int not null,
        constraint bed_change_status check (status in ('REQUESTED', 'CONFIRMED', 'EFFECTIVE', 'REFUSED', 'WITHDRAWN')),
        constraint bed_change_reduction check ((bed_kind is null) = (count is null) and count > 0))`);
    await query.query('create index bed_change_of_institution on bed_change (institution_id, id)');
    await query.query(
      `create unique index bed_change_one_asked on bed_change (institution_id, bed_kind) where status = 'REQUESTED'`,
    );
    await query.query(`
      create table bed_use_copy (
        bed_use_id uuid primary key, institution_id uuid not null, bed_kind text not null, use text not null)`);
    await query.query(`
      create table bed_use_count_copy (
        institution_id uuid not null, bed_kind text not null, held int not null, occupied int not null,
        kept int not null, as_of timestamptz not null, primary key (institution_id, bed_kind))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
