import pg from 'pg';
import { INSERT_APPLICATION } from './write-tables.ts';

const INSERT_EVENT = `
  insert into outbox (event_id, topic, aggregate_id, sequence, type, envelope) values ($1, $2, $3, $4, $5, $6)`;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

/** BEGIN, two prepared inserts, COMMIT on a pool of ten. */
export async function insertUsually(row: unknown[], event: unknown[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({ name: 'application', text: INSERT_APPLICATION, values: row });
    await client.query({ name: 'event', text: INSERT_EVENT, values: event });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
