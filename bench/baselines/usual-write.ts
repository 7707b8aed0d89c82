// "Usual": bare Fastify and a pg pool of ten. BEGIN, two prepared inserts, COMMIT. No token, no rule, no audit, no
// idempotency, no relay. Frozen: a change here changes every published figure.
import { fastify } from 'fastify';
import pg from 'pg';
import { newApplication } from './new-application.ts';
import { INSERT_APPLICATION } from './write-tables.ts';

const INSERT_EVENT = `
  insert into outbox (event_id, topic, aggregate_id, sequence, type, envelope) values ($1, $2, $3, $4, $5, $6)`;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = fastify();

server.post('/v1/applications', async (request, reply) => {
  const { row, event, answer } = newApplication(request.body as Parameters<typeof newApplication>[0]);
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
  return reply.status(201).send(answer);
});

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
