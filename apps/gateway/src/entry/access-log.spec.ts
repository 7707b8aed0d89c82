import { fastify } from 'fastify';
import { Metrics, type LogFields } from '@yiyang/observability';
import { logRequests } from './access-log.js';
import { nameRequests } from './request-ids.js';

describe('the access log', () => {
  it('has one line per request, with the route and neither path, query nor body', async () => {
    const lines: LogFields[] = [];
    const sink = (_message: string, fields: LogFields = {}) => void lines.push(fields);
    const server = fastify();
    nameRequests(server);
    logRequests(server, { info: sink, warn: sink, error: sink }, new Metrics('test'));
    server.post('/v1/elders/:id', (request, reply) => {
      request.passage.clientId = 'home';
      return reply.status(201).send({ secret: 'in the answer' });
    });
    server.get('/health/live', (_request, reply) => reply.send({}));
    const headers = { 'x-request-id': 'req-1', 'content-type': 'application/json' };
    await server.inject({ method: 'POST', url: '/v1/elders/0193?name=%E7%8E%8B', headers, payload: '{"name":"王"}' });
    await server.inject({ method: 'GET', url: '/v1/nothing?token=secret' });
    await server.inject({ method: 'GET', url: '/health/live' });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      requestId: 'req-1',
      method: 'POST',
      route: '/v1/elders/:id',
      status: 201,
      clientId: 'home',
    });
    expect(lines[1]).toMatchObject({ route: 'none', status: 404 });
    expect(JSON.stringify(lines)).not.toMatch(/0193|secret|王|%E7/);
    await server.close();
  });
});
