import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Outbox, inbox and held events of one service. Streams are told apart by `source` (the producing service) too, because
 * every service writes the access topic and numbers its own events there.
 */
export class CreateMessagingTables1764000000100 implements MigrationInterface {
  name = 'CreateMessagingTables1764000000100';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table outbox_sequence (
        topic text not null, aggregate_id text not null, last bigint not null,
        primary key (topic, aggregate_id)) with (fillfactor = 80)`);
    await query.query(`
      create table outbox (
        event_id uuid primary key,
        position bigint generated always as identity,
        topic text not null, aggregate_id text not null, sequence bigint not null,
        type text not null, envelope text not null,
        created_at timestamptz not null default now(), sent_at timestamptz,
        constraint outbox_gapless_per_aggregate unique (topic, aggregate_id, sequence))`);
    await query.query('create index outbox_unsent on outbox (position) where sent_at is null');
    await query.query(`
      create table inbox (
        consumer text not null, event_id uuid not null, received_at timestamptz not null default now(),
        primary key (consumer, event_id))`);
    await query.query(`
      create table inbox_sequence (
        consumer text not null, topic text not null, source text not null, aggregate_id text not null,
        last_sequence bigint not null,
        primary key (consumer, topic, source, aggregate_id)) with (fillfactor = 80)`);
    await query.query(`
      create table consumer_offset (
        consumer text not null, topic text not null,
        position bigint not null default 0, generation int not null default 0,
        primary key (consumer, topic)) with (fillfactor = 50)`);
    await this.createHeldEvents(query);
  }

  private async createHeldEvents(query: QueryRunner): Promise<void> {
    // The message is sealed: nobody can say what bytes that are no event of ours contain.
    await query.query(`
      create table held_event (
        id uuid primary key,
        consumer text not null, topic text not null, place text not null, sent_as text,
        source text, aggregate_id text, sequence bigint, event_id uuid, type text,
        state text not null, reason text not null,
        sealed bytea not null, length int not null,
        first_held_at timestamptz not null default now(),
        attempts int not null default 0, next_try_at timestamptz not null default now(),
        constraint held_event_state check (state in ('PARKED', 'QUEUED', 'DEAD')),
        constraint held_event_once unique (consumer, event_id))`);
    await query.query(
      'create unique index held_event_unreadable on held_event (consumer, topic, coalesce(sent_as, place)) where event_id is null',
    );
    await query.query('create index held_event_stream on held_event (consumer, topic, source, aggregate_id, sequence)');
    await query.query(`create index held_event_due on held_event (next_try_at) where state = 'PARKED'`);
    await query.query(`
      create view dead_letter as
        select id, consumer, topic, place, source, aggregate_id, sequence, event_id, type, reason, length, first_held_at,
               attempts
        from held_event where state = 'DEAD'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
