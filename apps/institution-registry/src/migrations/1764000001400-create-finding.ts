import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the rules found about institutions, open and resolved. */
export class CreateFinding1764000001400 implements MigrationInterface {
  name = 'CreateFinding1764000001400';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table finding (
        id uuid primary key, institution_id uuid not null references institution, division char(6) not null,
        rule_id text not null, subject text not null, code text not null, severity text not null, status text not null,
        expected jsonb not null, actual jsonb not null,
        source text not null, clause text not null, policy_version text,
        owners text[] not null, copies text[] not null,
        raised_at timestamptz not null, resolved_at timestamptz, resolved_because text,
        constraint finding_resolved_with_reason check ((status = 'RESOLVED') = (resolved_at is not null)
          and (status = 'RESOLVED') = (resolved_because is not null)))`);
    await query.query(`
      create unique index finding_open_once on finding (institution_id, rule_id, subject) where status <> 'RESOLVED'`);
    await query.query('create index finding_of_institution on finding (institution_id, id)');
    await query.query('create index finding_of_division on finding (division bpchar_pattern_ops, id)');
    await query.query(`
      do $$ begin
        execute format('revoke delete, truncate on finding from %I', current_database() || '_app');
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
