import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CALLER_HEADER, signCaller, type Purpose } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { ClientDirectory } from '../clients/client-directory.js';
import type { Limiter } from '../limits/limiter.js';
import { routeClassOf, type RateLimits, type RouteClass } from '../limits/rate-limits.js';
import type { DocumentRefresh } from '../proxy/document-refresh.js';
import { isProxied } from '../proxy/proxy.js';
import { anybody, requireInView, type ServiceRoutes } from '../proxy/service-routes.js';
import type { TokenVerifier } from '../tokens/token-verifier.js';
import { callerOfRequest } from './caller-of-request.js';
import { callerOfPassage } from './passage.js';
import type { RefusalReply } from './refusal-reply.js';

export interface EntranceParts {
  readonly tokens: TokenVerifier;
  readonly directory: ClientDirectory;
  readonly limiter: Limiter;
  readonly limits: RateLimits;
  readonly routes: ServiceRoutes;
  readonly documents: DocumentRefresh;
  /** Signs the caller for our own controllers, as for the services. */
  readonly secret: string;
}

/** Who are you, how fast, on whose behalf, and is it in your view: what every request under `/v1` passes first. */
export class Entrance {
  constructor(private readonly parts: EntranceParts) {}

  guard(fastify: FastifyInstance, refusals: RefusalReply): void {
    fastify.addHook('onRequest', async (request, reply) => {
      // Only we say who the caller is.
      delete request.headers[CALLER_HEADER];
      // By the route, not by the URL: the router also finds routes by other spellings of their path.
      if (!request.routeOptions.url?.startsWith('/v1/')) return;
      reply.header('cache-control', 'no-store');
      try {
        await this.admit(request);
      } catch (error) {
        return refusals.send(error, request, reply);
      }
    });
  }

  private async admit(request: FastifyRequest): Promise<void> {
    if (await this.isForAnybody(request)) {
      await this.count(`anybody ${request.ip}`, 'anybody');
      request.passage.caller = anybody(request.passage.requestId);
      return this.route(request);
    }
    const clientId = await this.clientOf(request);
    const client = await this.parts.directory.find(clientId);
    if (!client) throw refusal('NOT_BOUND');
    const { passage, headers } = request;
    // Known before the purpose is looked at, so that a refused purpose is audited with the one who named it.
    passage.caller = { ...client, purpose: client.purposes[0] as Purpose, requestId: passage.requestId };
    passage.caller = callerOfRequest(client, headers, passage.requestId);
    if (isProxied(request)) this.route(request);
    else request.headers[CALLER_HEADER] = this.signed(request);
  }

  private async clientOf(request: FastifyRequest): Promise<string> {
    const verified = this.parts.tokens.clientOf(request.headers.authorization);
    const clientId = typeof verified === 'string' ? verified : await verified;
    request.passage.clientId = clientId;
    await this.count(clientId, routeClassOf(request.method, request.url));
    return clientId;
  }

  private async count(who: string, routeClass: RouteClass): Promise<void> {
    const wait = await this.parts.limiter.take(`${who}|${routeClass}`, this.parts.limits[routeClass]);
    if (wait > 0) throw refusal('TOO_MANY_REQUESTS', { inputs: { retryAfterSeconds: Math.ceil(wait), routeClass } });
  }

  /** Public listings need no token; whoever brings one is asked who it is. */
  private async isForAnybody(request: FastifyRequest): Promise<boolean> {
    if (request.headers.authorization !== undefined || !isProxied(request)) return false;
    const path = pathOf(request.url);
    await this.parts.documents.learnOwnerOf(path);
    return this.parts.routes.isOpenToAnybody(request.method, path);
  }

  private route(request: FastifyRequest): void {
    const operation = this.parts.routes.resolve(request.method, pathOf(request.url));
    request.passage.operation = operation;
    if (operation.action !== undefined) requireInView(callerOfPassage(request).role, operation.action);
  }

  private signed(request: FastifyRequest): string {
    return signCaller(callerOfPassage(request), this.parts.secret, { now: new Date() });
  }
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
