/** Kinds of requests that are limited apart. */
export const ROUTE_CLASSES = ['read', 'write', 'feed', 'anybody'] as const;
export type RouteClass = (typeof ROUTE_CLASSES)[number];

/** A token bucket: `burst` requests at once, refilled with `perSecond`. */
export interface RateLimit {
  readonly perSecond: number;
  readonly burst: number;
}

export type RateLimits = Readonly<Record<RouteClass, RateLimit>>;

/** Per client, or per address for those without a token; by gateway replica without Redis, by all replicas with Redis. Protects the platform; no rule of a document. */
const DEFAULT_LIMITS: RateLimits = {
  read: { perSecond: 1000, burst: 2000 },
  write: { perSecond: 500, burst: 1000 },
  feed: { perSecond: 50, burst: 100 },
  anybody: { perSecond: 5, burst: 50 },
};

/** Reads `RATE_LIMITS`: JSON such as `{"write":{"perSecond":50,"burst":100}}`; what it leaves out keeps its default. */
export function limitsFrom(text: string | undefined): RateLimits {
  const given = (text ? JSON.parse(text) : {}) as Record<string, RateLimit>;
  for (const [name, limit] of Object.entries(given)) {
    const isKnown = (ROUTE_CLASSES as readonly string[]).includes(name);
    if (!isKnown || !(limit.perSecond > 0) || !(limit.burst >= 1))
      throw new Error(`RATE_LIMITS: ${ROUTE_CLASSES.join(', ')}, each with perSecond > 0 and burst >= 1`);
  }
  return { ...DEFAULT_LIMITS, ...given };
}

/** The class of a request by its method and path. */
export function routeClassOf(method: string, path: string): RouteClass {
  if (path.startsWith('/v1/events')) return 'feed';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}
