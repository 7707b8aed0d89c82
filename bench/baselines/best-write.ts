// "Best": bare Fastify and a pg pool of ten. One prepared statement writes both rows and commits by itself. No token, no
// rule, no audit, no idempotency, no relay. Frozen: a change here changes every published figure.
import { fastify } from 'fastify';
import pg from 'pg';
import { newApplication } from './new-application.ts';
import { INSERT_APPLICATION } from './write-tables.ts';

const INSERT_BOTH = `
  with application as (${INSERT_APPLICATION})
  insert into outbox (event_id, topic, aggregate_id, sequence, type, envelope) values ($16, $17, $18, $19, $20, $21)`;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = fastify();

server.post('/v1/applications', async (request, reply) => {
  const { row, event, answer } = newApplication(request.body as Parameters<typeof newApplication>[0]);
  await pool.query({ name: 'both', text: INSERT_BOTH, values: [...row, ...event] });
  return reply.status(201).send(answer);
});

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
