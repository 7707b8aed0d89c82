import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alliances (医养结合联盟), their members and what members do for each other on planned days. */
export class CreateAlliance1764000001520 implements MigrationInterface {
  name = 'CreateAlliance1764000001520';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table alliance (
        id uuid primary key, name text not null, alliance_type text not null, division char(6) not null,
        status text not null, charter_no text, charter_adopted_on date, lead_duties text, member_duties text,
        version int not null default 1)`);
    await query.query('create index alliance_of_division on alliance (division, id)');
    await query.query(`
      create table alliance_member (
        alliance_id uuid not null references alliance, institution_id uuid not null references institution,
        role text not null, state text not null, joined_on date not null, left_on date,
        primary key (alliance_id, institution_id))`);
    await query.query('create index alliance_member_of on alliance_member (institution_id)');
    await query.query(`
      create unique index alliance_one_lead on alliance_member (alliance_id)
      where role = 'LEAD' and state = 'JOINED'`);
    await query.query(`
      create table alliance_visit (
        id uuid primary key, alliance_id uuid not null references alliance,
        visitor_id uuid not null references institution, host_id uuid not null references institution,
        division char(6) not null, kind text not null, due_on date not null, latest_on date not null, done_on date,
        version int not null default 1,
        constraint alliance_visit_once unique (alliance_id, visitor_id, host_id, kind, due_on))`);
    await query.query('create index alliance_visit_of_host on alliance_visit (host_id, due_on)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
