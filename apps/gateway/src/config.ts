import { readConfig, type ServiceConfig } from '@yiyang/service';
import { configuredClients, type ConfiguredClient } from './clients/configured-client.js';
import { limitsFrom, type RateLimits } from './limits/rate-limits.js';
import { SERVICE_NAMES, type ServiceName } from './proxy/path-owners.js';
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from './tokens/token-issuer.js';

/** Everything the gateway reads from its environment, checked at start. */
export interface GatewayConfig extends ServiceConfig {
  /** How callers reach this gateway; the development issuer's name. No slash at the end. */
  readonly publicUrl: string;
  readonly upstreams: Readonly<Record<ServiceName, readonly string[]>>;
  readonly oidc?: { readonly issuer: string; readonly algorithms: readonly SigningAlgorithm[] };
  /** Departments and integrators. */
  readonly clients: readonly ConfiguredClient[];
  readonly limits: RateLimits;
  readonly redisUrl?: string;
  /** Proxies before the gateway whose `X-Forwarded-For` is believed: addresses and ranges, divided by commas. */
  readonly trustedProxies?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const GATEWAY_PORT = 8080;

const DEFAULT_PORTS: Readonly<Record<ServiceName, number>> = {
  'institution-registry': 8081,
  referral: 8082,
  'health-records': 8083,
  settlement: 8084,
  monitoring: 8085,
};

/**
 * Reads the configuration; throws a sentence that names the variable at fault. The development issuer hands out tokens
 * for any role, so it exists only with `NODE_ENV=development` and asking for it elsewhere keeps the gateway from starting.
 */
export function readGatewayConfig(environment: Environment): GatewayConfig {
  const service = readConfig(environment, GATEWAY_PORT);
  const oidc = oidcFrom(environment);
  if (environment['DEV_ISSUER'] === 'on' && !service.development)
    throw new Error('DEV_ISSUER=on is refused: the development issuer needs NODE_ENV=development');
  if (!service.development && !oidc) throw new Error('the environment variable OIDC_ISSUER is not set');
  const redisUrl = environment['REDIS_URL'];
  const trustedProxies = environment['TRUSTED_PROXIES'];
  return {
    ...service,
    publicUrl: (environment['PUBLIC_URL'] ?? `http://localhost:${service.port}`).replace(/\/+$/, ''),
    upstreams: upstreamsFrom(environment),
    ...(oidc && { oidc }),
    clients: configuredClients(environment['DEPARTMENT_CLIENTS']),
    limits: limitsFrom(environment['RATE_LIMITS']),
    ...(redisUrl && { redisUrl }),
    ...(trustedProxies && { trustedProxies }),
  };
}

/** `REFERRAL_URL=http://a:8082,http://b:8082` names the replicas of a service. */
function upstreamsFrom(environment: Environment): GatewayConfig['upstreams'] {
  const entries = SERVICE_NAMES.map((service) => {
    const variable = `${service.replaceAll('-', '_').toUpperCase()}_URL`;
    const urls = (environment[variable] ?? `http://127.0.0.1:${DEFAULT_PORTS[service]}`).split(',');
    return [service, urls.map((url) => originOf(variable, url.trim()))] as const;
  });
  return Object.fromEntries(entries) as Record<ServiceName, string[]>;
}

function originOf(variable: string, text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`${variable} is not a list of http URLs`);
  return url.origin;
}

function oidcFrom(environment: Environment): GatewayConfig['oidc'] {
  const issuer = environment['OIDC_ISSUER'];
  if (!issuer) return undefined;
  if (!URL.canParse(issuer)) throw new Error('OIDC_ISSUER is not a URL');
  const named = (environment['OIDC_ALGORITHMS'] ?? SIGNING_ALGORITHMS.join(',')).split(',').map((name) => name.trim());
  const algorithms = SIGNING_ALGORITHMS.filter((algorithm) => named.includes(algorithm));
  if (algorithms.length !== named.length || algorithms.length === 0)
    throw new Error(`OIDC_ALGORITHMS may name ${SIGNING_ALGORITHMS.join(', ')}`);
  return { issuer, algorithms };
}
