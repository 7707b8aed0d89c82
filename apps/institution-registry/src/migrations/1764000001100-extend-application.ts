import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supplement, change of scope, the clock of the answer, what was shown and what is missing. */
export class ExtendApplication1764000001100 implements MigrationInterface {
  name = 'ExtendApplication1764000001100';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      alter table application
        add column host_side text, add column founder_id uuid references institution, add column awaits text,
        add column channel text, add column external_case_id text,
        add column certificates jsonb not null default '[]', add column materials jsonb, add column flags jsonb not null default '[]',
        add column care_area_separated boolean, add column supplement jsonb, add column scope_changed_on date,
        add column near_on date, add column due_on date, add column limit_because jsonb, add column decided_at timestamptz`);
    await query.query(`
      update application a set
        host_side = (select h.side from institution h where h.id = a.host_id),
        awaits = case when status in ('SUBMITTED', 'ACCEPTED') then case side when 'MEDICAL' then 'HEALTH' else 'CIVIL_AFFAIRS' end end`);
    await query.query('create index application_by_division on application (division, id)');
    await query.query('create index application_of_host on application (host_id) where host_id is not null');
    await query.query(
      'create index application_awaited on application (awaits, division, id) where awaits is not null',
    );
    await query.query(`
      alter table institution
        add column elder_care_scope_from date, add column care_area_separated boolean, add column founder_id uuid references institution`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
