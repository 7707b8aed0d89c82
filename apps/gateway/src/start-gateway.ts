import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { AccessGuard, assertEveryRouteDeclared, policyRow } from '@yiyang/access';
import type { Refusal } from '@yiyang/decisions';
import { AnswerAdapter, ProblemFilter, strictValidation } from '@yiyang/http';
import { KafkaBus } from '@yiyang/messaging';
import { makeParts, type Parts } from '@yiyang/service';
import type { GatewayConfig } from './config.js';
import type { Passage } from './entry/passage.js';
import { EventStreams } from './feed/event-streams.js';
import { EventFeed } from './feed/event-feed.js';
import { SubscriberAcl } from './feed/subscriber-acl.js';
import { SubscriberTopics, type Subscriber } from './feed/subscriber-topics.js';
import { GATEWAY } from './gateway-definition.js';
import { makeGatewayParts, type GatewayParts } from './gateway-parts.js';
import { GatewayModule } from './gateway.module.js';
import { makeServer } from './server.js';

export interface RunningGateway {
  readonly app: NestFastifyApplication;
  readonly parts: Parts;
  readonly own: GatewayParts;
  readonly url: string;
  /** Open event streams. */
  streams(): number;
  /** Drains: unready, streams and running requests end, consumers stop, databases close last. */
  stop(): Promise<void>;
}

/** For so long callers are asked to use another connection before theirs is closed. */
const FAREWELL_MILLISECONDS = 300;

/** Longer than any request of a service may take. */
const LONGEST_REQUEST_MILLISECONDS = 12_000;

/** Starts the gateway on its migrated database. */
export async function startGateway(config: GatewayConfig): Promise<RunningGateway> {
  const parts = makeParts(GATEWAY, config);
  const own = await makeGatewayParts(config, parts);
  await putConfiguredClients(config, parts, own);
  const app = await makeApp(config, parts, own);
  await parts.clockOffset.follow();
  await parts.messaging.start();
  parts.sealer.start();
  const topics = subscriberTopics(config, parts, app);
  topics?.start();
  void own.documents.start();
  watchServices(parts, own);
  await app.listen(config.port, config.host);
  const url = await app.getUrl();
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      parts.health.drain();
      await topics?.stop();
      await drain(app, parts, own);
    })());
  parts.logger.info('gateway is up', { port: Number(new URL(url).port) });
  return { app, parts, own, url, streams: () => app.get(EventStreams).count, stop };
}

/** Topics of subscribers, where the platform has Kafka and some client has an account. */
function subscriberTopics(
  config: GatewayConfig,
  { database, logger }: Parts,
  app: NestFastifyApplication,
): SubscriberTopics | undefined {
  const { kafka, clients } = config;
  if (!kafka) return undefined;
  const subscribers = clients.filter((client): client is Subscriber => client.kafkaAccount !== undefined);
  // One partition: a subscriber gets its events in one order.
  const bus = new KafkaBus({ ...kafka, clientId: 'gateway-out', partitions: 1 }, logger);
  return new SubscriberTopics(database, app.get(EventFeed), bus, new SubscriberAcl(kafka), subscribers, logger);
}

async function drain(app: NestFastifyApplication, parts: Parts, own: GatewayParts): Promise<void> {
  own.documents.stop();
  app.get(EventStreams).closeAll();
  own.farewell.begin();
  await sleep(FAREWELL_MILLISECONDS);
  // What is still open by then has nobody at the other end; without a limit it would hold the drain for ever.
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), LONGEST_REQUEST_MILLISECONDS);
  await app.close();
  clearTimeout(cut);
  await own.upstreams.close();
  own.limiter.close();
  await parts.sealer.stop();
  await parts.messaging.stop();
  parts.clockOffset.stop();
  await parts.busDatabase?.close();
  await parts.database.close();
}

async function makeApp(config: GatewayConfig, parts: Parts, own: GatewayParts): Promise<NestFastifyApplication> {
  const record = recordRefusal(parts);
  const server = makeServer(config, parts, own, record);
  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.of(parts, own),
    new AnswerAdapter(server),
    { bodyParser: false, logger: ['error', 'warn'], abortOnError: false },
  );
  app.useGlobalGuards(new AccessGuard({ secret: config.internalSecret, clock: parts.clock }));
  app.useGlobalPipes(strictValidation());
  app.useGlobalFilters(new ProblemFilter(parts.refusals, parts.logger, record));
  parts.messaging.connectConsumers(app);
  await app.init();
  assertEveryRouteDeclared(app);
  own.apiDocuments.describe(app);
  return app;
}

async function putConfiguredClients(config: GatewayConfig, parts: Parts, own: GatewayParts): Promise<void> {
  await parts.database.transaction(async (tx) => {
    for (const client of config.clients) own.clients.put(tx, client, 'CONFIGURED');
    const names = config.clients.map((client) => client.clientId);
    own.clients.keepConfigured(tx, names);
  });
}

/** Says which services have a replica that answers; one that is down answers 503 for itself, not for the others. */
function watchServices(parts: Parts, own: GatewayParts): void {
  for (const set of own.upstreams.all)
    parts.health.addNeighbour('ready', set.service, async () => ({ ok: await set.isReady() }));
}

/** Refusals of known clients are audited; what nobody is known for stands in the access log alone. */
const recordRefusal = (parts: Parts) => async (request: FastifyRequest, refused: Refusal) => {
  // A request that the router refused has no passage.
  const { caller, operation } = (request.passage as Passage | undefined) ?? {};
  if (!caller || refused.code === 'TOO_MANY_REQUESTS') return;
  const { rule } = refused.detail;
  const action = operation?.action ?? `${request.method} ${request.routeOptions.url ?? 'none'}`;
  const resource = policyRow(action)?.resource ?? 'route';
  await parts.audit.recordRefusal(caller, {
    action,
    resource,
    code: refused.code,
    ...(rule !== undefined && { rule }),
  });
};
