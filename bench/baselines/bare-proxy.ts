// Bare @fastify/http-proxy as its documentation shows it: no token, no limit, no ids, no log. Frozen.
import { fastify } from 'fastify';
import proxy from '@fastify/http-proxy';

const server = fastify();
await server.register(proxy, { upstream: process.env['UPSTREAM'] ?? '', undici: { connections: 128, pipelining: 1 } });
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
