import { hash } from 'node:crypto';
import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { refusal, type Refusal } from '@yiyang/decisions';
import { TokenCache } from './token-cache.js';
import { IssuerUnavailable, type TokenIssuer } from './token-issuer.js';

/** Whom a token must be meant for. */
export const AUDIENCE = 'yiyang-exchange';

/** Seconds by which the issuer's clock may differ from ours. */
const CLOCK_SKEW_SECONDS = 5;
const MAX_TOKEN_CHARACTERS = 8192;
const CLIENT_ID = /^[A-Za-z0-9._:-]{1,64}$/;

/** Why a token was not accepted; says nothing about what is in it. */
type Reason = 'MISSING' | 'MALFORMED' | 'UNKNOWN_ISSUER' | 'FORGED' | 'EXPIRED' | 'NOT_YET_VALID' | 'CLAIMS';

const notAuthenticated = (reason: Reason): Refusal => refusal('NOT_AUTHENTICATED', { inputs: { reason } });

/** Verifies access tokens (RFC 6750 bearer, RFC 7519) and finds out which client they were issued to. */
export class TokenVerifier {
  private readonly issuers: ReadonlyMap<string, TokenIssuer>;

  constructor(
    issuers: readonly TokenIssuer[],
    private readonly cache = new TokenCache(),
    private readonly now: () => number = Date.now,
  ) {
    this.issuers = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
  }

  /**
   * The client id of an `Authorization` header. Refuses with `NOT_AUTHENTICATED`, or with `UNAVAILABLE` when the issuer
   * cannot be asked for its keys.
   */
  clientOf(authorization: string | undefined): string | Promise<string> {
    const token = bearerToken(authorization);
    const digest = hash('sha256', token, 'base64');
    return this.cache.find(digest, this.now()) ?? this.verify(token, digest);
  }

  private async verify(token: string, digest: string): Promise<string> {
    const issuer = this.issuerOf(token);
    const payload = await this.verified(token, issuer);
    const clientId = clientIdIn(payload);
    this.cache.keep(digest, clientId, ((payload.exp as number) + CLOCK_SKEW_SECONDS) * 1000);
    return clientId;
  }

  /** Reads `iss` before anything is verified: it only chooses which issuer's keys and algorithms must fit. */
  private issuerOf(token: string): TokenIssuer {
    let claimed: unknown;
    try {
      claimed = decodeJwt(token).iss;
    } catch {
      throw notAuthenticated('MALFORMED');
    }
    const issuer = typeof claimed === 'string' ? this.issuers.get(claimed) : undefined;
    if (!issuer) throw notAuthenticated('UNKNOWN_ISSUER');
    return issuer;
  }

  private async verified(token: string, issuer: TokenIssuer): Promise<JWTPayload> {
    const options: JWTVerifyOptions = {
      algorithms: [...issuer.algorithms],
      issuer: issuer.issuer,
      audience: AUDIENCE,
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: new Date(this.now()),
      requiredClaims: ['exp'],
    };
    try {
      return (await jwtVerify(token, issuer.keys, options)).payload;
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  private refusalOf(error: unknown): Refusal {
    if (error instanceof errors.JWTExpired) return notAuthenticated('EXPIRED');
    if (error instanceof errors.JWTClaimValidationFailed)
      return notAuthenticated(error.claim === 'nbf' ? 'NOT_YET_VALID' : 'CLAIMS');
    if (error instanceof IssuerUnavailable || error instanceof errors.JWKSTimeout) return refusal('UNAVAILABLE');
    // The other faults of jose are faults of the token; what is no fault of jose is a failed request for the keys.
    const isKeySetFault =
      error instanceof errors.JWKSInvalid || (error as errors.JOSEError).code === 'ERR_JOSE_GENERIC';
    if (!(error instanceof errors.JOSEError) || isKeySetFault) return refusal('UNAVAILABLE');
    return notAuthenticated('FORGED');
  }
}

function bearerToken(authorization: string | undefined): string {
  if (!authorization) throw notAuthenticated('MISSING');
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  if (token === undefined || token.length > MAX_TOKEN_CHARACTERS) throw notAuthenticated('MALFORMED');
  return token;
}

/** RFC 9068 names the client in `client_id`, OpenID Connect in `azp`; for client credentials `sub` is the client. */
function clientIdIn(payload: JWTPayload): string {
  const { client_id: clientId, azp, sub } = payload;
  if (clientId !== undefined && azp !== undefined && clientId !== azp) throw notAuthenticated('CLAIMS');
  const chosen = clientId ?? azp ?? sub;
  if (typeof chosen !== 'string' || !CLIENT_ID.test(chosen)) throw notAuthenticated('CLAIMS');
  return chosen;
}
