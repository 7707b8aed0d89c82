import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TOPIC } from '@yiyang/contracts';
import { topicTable } from '../bus/topic-table.js';

/** One append-only table per topic: the log of the postgres driver. */
export class CreateBusTopics1764000000150 implements MigrationInterface {
  name = 'CreateBusTopics1764000000150';

  async up(query: QueryRunner): Promise<void> {
    for (const topic of Object.values(TOPIC)) {
      await query.query(`
        create table if not exists ${topicTable(topic)} (
          position bigint primary key,
          event_id uuid not null unique,
          aggregate_id text not null, envelope text not null,
          appended_at timestamptz not null default now())`);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
