// "Usual": bare Fastify and a pg pool of ten. BEGIN, two prepared inserts, COMMIT. No token, no rule, no audit, no
// idempotency, no relay. Frozen: a change here changes every published figure.
import { fastify } from 'fastify';
import { insertUsually } from './insert-usually.ts';
import { newApplication } from './new-application.ts';

const server = fastify();

server.post('/v1/applications', async (request, reply) => {
  const { row, event, answer } = newApplication(request.body as Parameters<typeof newApplication>[0]);
  await insertUsually(row, event);
  return reply.status(201).send(answer);
});

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
