import { createHmac, timingSafeEqual } from 'node:crypto';
import { refusal } from '@yiyang/decisions';
import type { Caller } from './caller.js';

/** Header that carries the caller from the gateway to a service. Services accept nothing else. */
export const CALLER_HEADER = 'x-yiyang-caller';

const DEFAULT_TTL_SECONDS = 30;
const MIN_SECRET_LENGTH = 32;

interface Claims {
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/**
 * Signs the caller for the next hop: base64url(JSON) '.' base64url(HMAC-SHA256).
 *
 * @param options `ttlSeconds` is 30 unless told otherwise; the token is only for the request at hand.
 */
export function signCaller(
  caller: Caller,
  secret: string,
  options: { readonly now: Date; readonly ttlSeconds?: number },
): string {
  const claims: Claims = {
    caller,
    expires: options.now.getTime() + (options.ttlSeconds ?? DEFAULT_TTL_SECONDS) * 1000,
  };
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${mac(body, secret).toString('base64url')}`;
}

/** The caller of a token that this platform signed and that has not expired. Refuses with `NOT_AUTHENTICATED`. */
export function verifyCaller(token: string | undefined, secret: string, now: Date): Caller {
  if (token === undefined || token === '') throw unauthenticated('MISSING');
  const [body, signature, ...rest] = token.split('.');
  if (!body || !signature || rest.length > 0) throw unauthenticated('MALFORMED');
  const expected = mac(body, secret);
  const given = Buffer.from(signature, 'base64url');
  // Node ignores stray bits of base64url, so the text is compared as well: one token has one spelling.
  const sameText = given.toString('base64url') === signature;
  if (given.length !== expected.length || !timingSafeEqual(given, expected) || !sameText)
    throw unauthenticated('FORGED');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims;
  if (now.getTime() >= claims.expires) throw unauthenticated('EXPIRED');
  return claims.caller;
}

function mac(body: string, secret: string): Buffer {
  if (secret.length < MIN_SECRET_LENGTH)
    throw new Error(`the caller secret has less than ${MIN_SECRET_LENGTH} characters`);
  return createHmac('sha256', secret).update(body).digest();
}

const unauthenticated = (reason: string) => refusal('NOT_AUTHENTICATED', { inputs: { reason } });
