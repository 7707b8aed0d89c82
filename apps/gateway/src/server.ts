import { fastify, type FastifyInstance } from 'fastify';
import { MOST_BODY_BYTES, parseJsonBody } from '@yiyang/http';
import type { Parts } from '@yiyang/service';
import type { GatewayConfig } from './config.js';
import { serveDocsAssets } from './docs/assets.js';
import { logRequests } from './entry/access-log.js';
import { Entrance } from './entry/entrance.js';
import { serveHealth } from './entry/health-routes.js';
import { RefusalReply, type RecordRefusal } from './entry/refusal-reply.js';
import { nameRequests } from './entry/request-ids.js';
import type { GatewayParts } from './gateway-parts.js';
import { serveProxy } from './proxy/proxy.js';

/**
 * The HTTP server: hooks that every request passes, the proxy, and the parsers of the routes that Nest adds later. Hooks
 * come first, because a route has the hooks that were there before it.
 */
export function makeServer(
  config: GatewayConfig,
  parts: Parts,
  own: GatewayParts,
  record: RecordRefusal,
): FastifyInstance {
  const { logger, metrics, health } = parts;
  const refusals = new RefusalReply(parts.refusals, logger, record);
  const server = fastify({
    bodyLimit: MOST_BODY_BYTES,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    ...(config.trustedProxies && { trustProxy: config.trustedProxies }),
    // The router refuses what is no URL before any hook.
    frameworkErrors: (error, request, reply) => {
      logger.info('a request is no URL', { code: error.code });
      void refusals.send(error, request, reply);
    },
  });
  own.farewell.sayOn(server);
  nameRequests(server);
  logRequests(server, logger, metrics);
  const { tokens, directory, limiter, routes, documents } = own;
  const entrance = new Entrance({
    tokens,
    directory,
    limiter,
    limits: config.limits,
    routes,
    documents,
    secret: config.internalSecret,
  });
  entrance.guard(server, refusals);
  serveHealth(server, health, metrics);
  serveDocsAssets(server);
  serveProxy(server, own.upstreams, refusals, config.internalSecret);
  parseBodies(server);
  return server;
}

function parseBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
}
