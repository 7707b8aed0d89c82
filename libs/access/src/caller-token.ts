import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
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
  return `${body}.${mac(body, secret)}`;
}

/** The caller of a token that this platform signed and that has not expired. Refuses with `NOT_AUTHENTICATED`. */
export function verifyCaller(token: string | undefined, secret: string, now: Date): Caller {
  if (token === undefined || token === '') throw unauthenticated('MISSING');
  const [body, signature, ...rest] = token.split('.');
  if (!body || !signature || rest.length > 0) throw unauthenticated('MALFORMED');
  // The texts are compared: Node ignores stray bits of base64url, but one token has one spelling.
  const expected = Buffer.from(mac(body, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw unauthenticated('FORGED');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims;
  if (now.getTime() >= claims.expires) throw unauthenticated('EXPIRED');
  return claims.caller;
}

const keys = new Map<string, KeyObject>();

function mac(body: string, secret: string): string {
  return createHmac('sha256', keyOf(secret)).update(body).digest('base64url');
}

/** A process knows one or two secrets; making a key of them for every token would cost as much as the signature. */
function keyOf(secret: string): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  if (secret.length < MIN_SECRET_LENGTH)
    throw new Error(`the caller secret has less than ${MIN_SECRET_LENGTH} characters`);
  const key = createSecretKey(Buffer.from(secret));
  keys.set(secret, key);
  return key;
}

const unauthenticated = (reason: string) => refusal('NOT_AUTHENTICATED', { inputs: { reason } });
