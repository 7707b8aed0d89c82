import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessOf, AccessGuard, assertEveryRouteDeclared, policyRow } from '@yiyang/access';
import { refusal, type Refusal } from '@yiyang/decisions';
import {
  acceptUploads,
  AnswerAdapter,
  MOST_BODY_BYTES,
  parseJsonBody,
  ProblemFilter,
  strictValidation,
} from '@yiyang/http';
import { enterContext } from '@yiyang/observability';
import { DeadlineSweeper, newId } from '@yiyang/persistence';
import type { ServiceConfig } from './config.js';
import { serveOpenApi } from './open-api.js';
import { makeParts, type Parts } from './parts.js';
import type { DeadlineHandlers, Seed, ServiceDefinition } from './service-definition.js';
import { ServiceModule } from './service.module.js';

export interface Route {
  readonly method: string;
  /** With `:name` for path parameters. */
  readonly url: string;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly parts: Parts;
  readonly url: string;
  /** What the router serves. */
  readonly routes: readonly Route[];
  /** Drains: unready, no new connections, running requests end, consumers stop, databases close last. */
  stop(): Promise<void>;
}

/** Starts one service on its migrated database: HTTP, relay, consumers, sealer, sweeper. */
export async function startService(definition: ServiceDefinition, config: ServiceConfig): Promise<RunningService> {
  const parts = makeParts(definition, config);
  const routes: Route[] = [];
  const app = await makeApp(definition, parts, config, routes);
  await parts.clockOffset.follow();
  if (definition.seed) {
    const seed = app.get<Seed>(definition.seed);
    await parts.database.transaction((tx) => seed.seed(tx));
  }
  await parts.messaging.start();
  parts.sealer.start();
  const sweeper = definition.deadlines && makeSweeper(parts, app.get<DeadlineHandlers>(definition.deadlines));
  sweeper?.start();
  await app.listen(config.port, config.host);
  const url = await app.getUrl();
  parts.logger.info('service is up', { port: Number(new URL(url).port), driver: config.kafka ? 'kafka' : 'postgres' });
  const stop = async () => {
    parts.health.drain();
    await app.close();
    await sweeper?.stop();
    await parts.sealer.stop();
    await parts.messaging.stop();
    parts.clockOffset.stop();
    await parts.busDatabase?.close();
    await parts.database.close();
  };
  return { app, parts, url, routes, stop };
}

function makeSweeper(parts: Parts, deadlines: DeadlineHandlers): DeadlineSweeper {
  return new DeadlineSweeper(parts.database, parts.clock, deadlines.handlers, parts.logger);
}

async function makeApp(
  definition: ServiceDefinition,
  parts: Parts,
  config: ServiceConfig,
  routes: Route[],
): Promise<NestFastifyApplication> {
  const adapter = new AnswerAdapter({
    bodyLimit: MOST_BODY_BYTES,
    routerOptions: { maxParamLength: 16_384 },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule.of(definition, parts, config), adapter, {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url });
  });
  prepareRequests(fastify);
  acceptUploads(fastify);
  app.useGlobalGuards(new AccessGuard({ secret: config.internalSecret, clock: parts.clock }));
  app.useGlobalPipes(strictValidation());
  app.useGlobalFilters(new ProblemFilter(parts.refusals, parts.logger, recordRefusal(parts)));
  parts.messaging.connectConsumers(app);
  serveOpenApi(app, definition);
  await app.init();
  assertEveryRouteDeclared(app);
  return app;
}

/** Work context and strict JSON for every request, before Nest sees it. */
function prepareRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const requestId = headerOf(request, 'x-request-id') ?? newId();
    enterContext({ requestId, correlationId: headerOf(request, 'x-correlation-id') ?? requestId });
    done(
      /%00/.test(request.url)
        ? refusal('MALFORMED_REQUEST', { fields: [{ path: '', rule: 'text without U+0000' }] })
        : undefined,
    );
  });
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value) ? value : undefined;
}

/** Audits a refused request that had a caller or asked for personal data; strangers' noise about the rest is only logged. */
const recordRefusal = (parts: Parts) => async (request: FastifyRequest, refused: Refusal) => {
  const { action, caller } = accessOf(request);
  const row = action === undefined ? undefined : policyRow(action);
  if (!action || !row || (!caller && !row.personal)) return;
  const { id, elderId } = (request.params ?? {}) as { id?: string; elderId?: string };
  await parts.audit.recordRefusal(caller, {
    action,
    resource: row.resource,
    resourceId: id,
    elderId: request.routeOptions.url?.startsWith('/v1/elders/:id') ? id : elderId,
    code: refused.code,
    rule: refused.detail.rule,
  });
};
