import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each subscriber's own Kafka topic has been filled. */
export class CreateOutwardSubscriber1764000001520 implements MigrationInterface {
  name = 'CreateOutwardSubscriber1764000001520';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table outward_subscriber (
        client_id text primary key, role text not null, region char(6) not null, account text not null,
        cursor text not null default '')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
