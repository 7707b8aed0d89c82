import type { Parts } from '@yiyang/service';
import { ClientDirectory } from './clients/client-directory.js';
import { ClientRepository } from './clients/client.repository.js';
import type { GatewayConfig } from './config.js';
import { BusinessClock } from './development/business-clock.js';
import { DevelopmentIssuer } from './development/development-issuer.js';
import { ApiDocuments } from './docs/api-documents.js';
import { Farewell } from './entry/farewell.js';
import { FanOut } from './fan-out/fan-out.js';
import { MemoryLimiter, type Limiter } from './limits/limiter.js';
import { RedisLimiter } from './limits/redis-limiter.js';
import { DocumentRefresh } from './proxy/document-refresh.js';
import { ServiceRoutes } from './proxy/service-routes.js';
import { Upstreams } from './proxy/upstreams.js';
import { oidcIssuer } from './tokens/token-issuer.js';
import { TokenVerifier } from './tokens/token-verifier.js';

/** What the gateway is made of besides what every service has. */
export interface GatewayParts {
  readonly clients: ClientRepository;
  readonly directory: ClientDirectory;
  readonly upstreams: Upstreams;
  readonly routes: ServiceRoutes;
  readonly documents: DocumentRefresh;
  readonly apiDocuments: ApiDocuments;
  readonly fanOut: FanOut;
  readonly limiter: Limiter;
  readonly tokens: TokenVerifier;
  readonly farewell: Farewell;
  readonly development?: { readonly issuer: DevelopmentIssuer; readonly clock: BusinessClock };
}

/** Makes the parts; in development this reads or makes the issuer's key, so the database is migrated. */
export async function makeGatewayParts(config: GatewayConfig, parts: Parts): Promise<GatewayParts> {
  const { database, protection, logger } = parts;
  const clients = new ClientRepository(database);
  const upstreams = new Upstreams(config.upstreams);
  const routes = new ServiceRoutes();
  const issuer = config.development ? await DevelopmentIssuer.load(database, protection, config.publicUrl) : undefined;
  const issuers = [
    ...(config.oidc ? [oidcIssuer(config.oidc.issuer, config.oidc.algorithms)] : []),
    ...(issuer ? [issuer.asTokenIssuer()] : []),
  ];
  const secret = config.internalSecret;
  const documents = new DocumentRefresh(upstreams, routes, logger);
  return {
    clients,
    directory: new ClientDirectory(clients),
    upstreams,
    routes,
    documents,
    apiDocuments: new ApiDocuments(documents, config),
    fanOut: new FanOut(upstreams, secret),
    limiter: config.redisUrl === undefined ? new MemoryLimiter() : RedisLimiter.connect(config.redisUrl, logger),
    tokens: new TokenVerifier(issuers),
    farewell: new Farewell(),
    ...(issuer && {
      development: { issuer, clock: new BusinessClock(parts.clock, parts.clockOffset, upstreams, secret) },
    }),
  };
}
