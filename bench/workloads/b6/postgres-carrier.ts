import pg from 'pg';
import type { BenchPostgres } from '../../platform/bench-postgres.ts';
import { Waiting, type Carrier } from './carrier.ts';

const APPEND = `
  with appended as (insert into carried (payload) values ($1) returning position)
  select pg_notify('carried', position::text) from appended`;
const READ = 'select payload from carried where position = $1';

/** Append and notify in one statement; a listener on another connection reads the row. */
export async function postgresCarrier(postgres: BenchPostgres, database: string): Promise<Carrier> {
  await postgres.query(
    database,
    'create table carried (position bigint generated always as identity primary key, payload text)',
  );
  const [sender, listener, reader] = [0, 1, 2].map(
    () => new pg.Client({ connectionString: postgres.urlOf(database) }),
  ) as [pg.Client, pg.Client, pg.Client];
  await Promise.all([sender.connect(), listener.connect(), reader.connect()]);
  const waiting = new Waiting();
  const read = async (position: string) => {
    const { rows } = await reader.query<{ payload: string }>({ name: 'read', text: READ, values: [position] });
    waiting.arrived(rows[0]?.payload ?? '');
  };
  listener.on('notification', ({ payload = '' }) => void read(payload));
  await listener.query('listen carried');
  return {
    driver: 'postgres',
    carry: async (payload) => {
      const started = performance.now();
      const arrival = waiting.expect(payload);
      await sender.query({ name: 'append', text: APPEND, values: [payload] });
      await arrival;
      return performance.now() - started;
    },
    stop: async () => void (await Promise.all([sender.end(), listener.end(), reader.end()])),
  };
}
