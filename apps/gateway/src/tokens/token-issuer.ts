import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** Signature algorithms that an issuer may be configured with; symmetric ones and `none` are not among them. */
export const SIGNING_ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** Who signs tokens that this platform accepts. */
export interface TokenIssuer {
  /** Value of `iss`, compared exactly. */
  readonly issuer: string;
  /** Fixed here: the token's own header never chooses. */
  readonly algorithms: readonly SigningAlgorithm[];
  /** Finds the key of a token; a rejection that is no token fault means that the issuer cannot be asked now. */
  readonly keys: JWTVerifyGetKey;
}

/** The issuer's keys cannot be had now: not the token's fault. */
export class IssuerUnavailable extends Error {
  constructor(cause: unknown) {
    super('the token issuer does not answer', { cause });
    this.name = 'IssuerUnavailable';
  }
}

const DISCOVERY_MILLISECONDS = 3000;
const RETRY_AFTER_FAILURE_MILLISECONDS = 1000;

/**
 * An OpenID Connect issuer found through discovery at the first token, so that the gateway starts without it. Its keys
 * are cached for 10 minutes and read again, at most every 30 s, when a token names an unknown key.
 */
export function oidcIssuer(issuer: string, algorithms: readonly SigningAlgorithm[]): TokenIssuer {
  let discovered: Promise<JWTVerifyGetKey> | undefined;
  const keysOfIssuer = () => {
    if (!discovered) {
      discovered = discover(issuer);
      discovered.catch(() => {
        setTimeout(() => (discovered = undefined), RETRY_AFTER_FAILURE_MILLISECONDS).unref();
      });
    }
    return discovered;
  };
  return { issuer, algorithms, keys: async (header, token) => (await keysOfIssuer())(header, token) };
}

/** OpenID Connect Discovery 1.0 §4: the document must name the issuer it was asked for. */
async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(DISCOVERY_MILLISECONDS),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`discovery was answered with ${response.status}`);
    const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (document.issuer !== issuer) throw new Error('the discovery document names another issuer');
    if (typeof document.jwks_uri !== 'string') throw new Error('the discovery document names no jwks_uri');
    return createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: DISCOVERY_MILLISECONDS });
  } catch (error) {
    throw new IssuerUnavailable(error);
  }
}
