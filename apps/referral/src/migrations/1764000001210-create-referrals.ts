import { personalTableSql } from '@yiyang/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Referrals, who is concerned by them, and the liaison ledgers. */
export class CreateReferrals1764000001210 implements MigrationInterface {
  name = 'CreateReferrals1764000001210';

  async up(query: QueryRunner): Promise<void> {
    await this.createReferral(query);
    // Institutions that have to do with an elder because of a referral or a bed; ended when the elder has left them.
    await query.query(`
      create table care_relation (
        because_of uuid primary key, kind text not null, institution_id uuid not null, elder_id uuid not null,
        ended_at timestamptz, constraint care_relation_kind check (kind in ('REFERRAL', 'BED')))`);
    await query.query(
      'create index care_relation_open on care_relation (elder_id, institution_id) where ended_at is null',
    );
    await query.query(`
      create view elder_relation as
        select elder_id, institution_id from elder_relation_copy
        union all
        select elder_id, institution_id from care_relation where ended_at is null`);
    await query.query(`
      create table ledger_entry (
        id uuid primary key, institution_id uuid not null, counterpart_id uuid not null,
        referral_id uuid not null, elder_id uuid not null, correlation_id uuid not null,
        direction text not null, handed_over_at timestamptz not null,
        service_region char(6) not null, residence_region char(6) not null, insured_region char(6) not null,
        constraint ledger_entry_direction check (direction in ('IN', 'OUT')),
        constraint ledger_entry_once_per_side unique (correlation_id, direction))`);
    await query.query('create index ledger_entry_institution on ledger_entry (institution_id, id)');
    await query.query(`do $$ begin
      execute format('revoke update, delete on ledger_entry from %I', current_database() || '_app'); end $$`);
    const regions = {
      serviceRegion: 'service_region',
      residenceRegion: 'residence_region',
      insuredRegion: 'insured_region',
    };
    const ledger = { ...regions, institution: 'institution_id', elder: 'elder_id' };
    await query.query(personalTableSql('ledger_entry', { columns: ledger }));
  }

  private async createReferral(query: QueryRunner): Promise<void> {
    await query.query(`
      create table referral (
        id uuid primary key, version int not null,
        chain_id uuid not null, parent_referral_id uuid, next_referral_id uuid, elder_id uuid not null,
        direction text not null, urgency text not null, stage text not null, indications text[] not null,
        consent_id uuid, agreement_id uuid, bed_kind text,
        from_institution_id uuid not null, to_institution_id uuid not null, to_side text not null,
        from_region char(6) not null, to_region char(6) not null,
        residence_region char(6) not null, insured_region char(6) not null,
        status text not null, because jsonb,
        requested_at timestamptz not null, answer_due_at timestamptz, answer_missed_at timestamptz,
        accepted_at timestamptz, bed_use_id uuid, plan_sealed bytea, departed_at timestamptz, arrived_at timestamptz,
        admitted_on date, discharged_on date, destination text, discharge_stage text, discharge_standard text,
        summary_document_id uuid, completed_at timestamptz, reason_code text, ended_at timestamptz,
        papers_due_at timestamptz, papers_missed_at timestamptz,
        constraint referral_between_two check (from_institution_id <> to_institution_id),
        constraint referral_has_indication check (cardinality(indications) > 0),
        constraint referral_status_has_its_facts check (case status
          when 'REQUESTED' then accepted_at is null and ended_at is null
          when 'ACCEPTED' then accepted_at is not null and ended_at is null
          when 'IN_TRANSIT' then accepted_at is not null and departed_at is not null and ended_at is null
          when 'RECEIVED' then arrived_at is not null and ended_at is null
          when 'IN_TREATMENT' then arrived_at is not null and admitted_on is not null and ended_at is null
          when 'COMPLETED' then num_nulls(admitted_on, discharged_on, destination, completed_at) = 0
            and discharged_on >= admitted_on
          when 'REJECTED' then reason_code is not null and ended_at is not null
          when 'CANCELLED' then reason_code is not null and ended_at is not null
          when 'EXPIRED' then reason_code is not null and ended_at is not null
          when 'CLOSED' then reason_code is not null and ended_at is not null
          else false end))`);
    await query.query(`
      create unique index referral_one_open_per_person on referral (elder_id)
      where status in ('REQUESTED', 'ACCEPTED', 'IN_TRANSIT', 'RECEIVED', 'IN_TREATMENT')`);
    await query.query('create index referral_inbox on referral (to_institution_id, id)');
    await query.query('create index referral_outbox on referral (from_institution_id, id)');
    await query.query('create index referral_chain on referral (chain_id)');
    const columns = {
      serviceRegion: ['from_region', 'to_region'],
      residenceRegion: 'residence_region',
      insuredRegion: 'insured_region',
      institution: ['from_institution_id', 'to_institution_id'],
      elder: 'elder_id',
    };
    await query.query(personalTableSql('referral', { columns }));
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
