import { createHmac } from 'node:crypto';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';

export const ISSUER = 'https://issuer.test';
export const NOW = Date.parse('2026-03-02T01:30:00Z');
const now = NOW / 1000;

export interface Signer {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

export async function newSigner(algorithm: 'RS256' | 'ES256' | 'EdDSA' | 'PS256', kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' } };
}

export const GOOD_CLAIMS: JWTPayload = {
  iss: ISSUER,
  aud: 'yiyang-exchange',
  sub: 'client-1',
  client_id: 'client-1',
  iat: now,
  exp: now + 600,
};

export function sign(key: CryptoKey, claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'key-1', ...header }).sign(key);
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(GOOD_CLAIMS).filter(([name]) => name !== claim));

function hmacToken(header: object, secret: string | Buffer, claims: object = GOOD_CLAIMS): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** Tokens that must not be accepted, by what is wrong with them. */
export async function badTokens(signer: Signer): Promise<Record<string, string>> {
  const good = await sign(signer.privateKey, GOOD_CLAIMS);
  const [header = '', payload = '', signature = ''] = good.split('.');
  const stranger = await newSigner('ES256', 'key-1');
  const rsa = await newSigner('RS256', 'key-1');
  const pss = await newSigner('PS256', 'key-1');
  const spki = await exportSPKI(signer.publicKey);
  const ours = (claims: JWTPayload, more: Record<string, unknown> = {}) => sign(signer.privateKey, claims, more);
  const theirs = (more: Record<string, unknown>) => sign(stranger.privateKey, GOOD_CLAIMS, more);
  const changedPayload = encoded({ ...GOOD_CLAIMS, client_id: 'admin', sub: 'admin' });
  return {
    'alg none': new UnsecuredJWT(GOOD_CLAIMS).encode(),
    'alg none with a signature': `${encoded({ alg: 'none' })}.${payload}.${signature}`,
    'alg None': `${encoded({ alg: 'None' })}.${payload}.${signature}`,
    'no alg': `${encoded({ kid: 'key-1' })}.${payload}.${signature}`,
    'HS256 keyed with the public key as PEM': hmacToken({ alg: 'HS256', kid: 'key-1' }, spki),
    'HS256 keyed with the public JWK': hmacToken({ alg: 'HS256', kid: 'key-1' }, JSON.stringify(signer.jwk)),
    'HS256 keyed with nothing': hmacToken({ alg: 'HS256', kid: 'key-1' }, ''),
    'HS256 signature under an ES256 header': hmacToken({ alg: 'ES256', kid: 'key-1' }, spki),
    'RS256 of a stranger with our kid': await sign(rsa.privateKey, GOOD_CLAIMS, { alg: 'RS256' }),
    'PS256, which is not configured': await sign(pss.privateKey, GOOD_CLAIMS, { alg: 'PS256' }),
    'an algorithm of the issuer other than the configured one': `${encoded({ alg: 'ES384', kid: 'key-1' })}.${payload}.${signature}`,
    'a stranger with our kid': await theirs({}),
    'a stranger with an own kid': await theirs({ kid: 'key-2' }),
    'kid as a path': await theirs({ kid: '../../../../dev/null' }),
    'kid as SQL': await theirs({ kid: "key-1' or '1'='1" }),
    'kid as a URL': await theirs({ kid: 'https://attacker.test/jwks.json' }),
    'an empty kid': await ours(GOOD_CLAIMS, { kid: '' }),
    'a foreign jku': await theirs({ jku: 'https://attacker.test/jwks.json' }),
    'a foreign x5u': await theirs({ x5u: 'https://attacker.test/cert.pem' }),
    'an embedded jwk': await theirs({ jwk: stranger.jwk }),
    'an embedded x5c': await theirs({ x5c: ['MIIB'] }),
    'an unknown crit header': await ours(GOOD_CLAIMS, { crit: ['b64x'], b64x: true }).catch(
      () => `${encoded({ alg: 'ES256', kid: 'key-1', crit: ['b64x'], b64x: true })}.${payload}.${signature}`,
    ),
    'another issuer': await ours({ ...GOOD_CLAIMS, iss: 'https://attacker.test' }),
    'the issuer with a slash': await ours({ ...GOOD_CLAIMS, iss: `${ISSUER}/` }),
    'the issuer in capitals': await ours({ ...GOOD_CLAIMS, iss: ISSUER.toUpperCase() }),
    'a list of issuers': await ours({ ...GOOD_CLAIMS, iss: [ISSUER] as unknown as string }),
    'no issuer': await ours(without('iss')),
    'another audience': await ours({ ...GOOD_CLAIMS, aud: 'another-api' }),
    'a longer audience': await ours({ ...GOOD_CLAIMS, aud: 'yiyang-exchange-test' }),
    'an empty list of audiences': await ours({ ...GOOD_CLAIMS, aud: [] }),
    'no audience': await ours(without('aud')),
    'expired a minute ago': await ours({ ...GOOD_CLAIMS, exp: now - 60 }),
    'expired just beyond the skew': await ours({ ...GOOD_CLAIMS, exp: now - 5 }),
    'no expiry': await ours(without('exp')),
    'expiry as text': await ours({ ...GOOD_CLAIMS, exp: String(now + 600) as unknown as number }),
    'not yet valid': await ours({ ...GOOD_CLAIMS, nbf: now + 60 }),
    'not before as text': await ours({ ...GOOD_CLAIMS, nbf: 'now' as unknown as number }),
    'no client at all': await ours({ iss: ISSUER, aud: 'yiyang-exchange', exp: now + 600 }),
    'client_id and azp that differ': await ours({ ...GOOD_CLAIMS, azp: 'client-2' }),
    'client_id as a number': await ours({ ...GOOD_CLAIMS, client_id: 7 }),
    'client_id as an object': await ours({ ...GOOD_CLAIMS, client_id: { $ne: null } }),
    'client_id with a space': await ours({ ...GOOD_CLAIMS, client_id: 'client 1' }),
    'client_id of 65 characters': await ours({ ...GOOD_CLAIMS, client_id: 'c'.repeat(65) }),
    'an empty client_id': await ours({ ...GOOD_CLAIMS, client_id: '' }),
    'a changed payload': `${header}.${changedPayload}.${signature}`,
    'a changed header': `${encoded({ alg: 'ES256', kid: 'key-1', typ: 'x' })}.${payload}.${signature}`,
    'the signature of another token': `${header}.${payload}.${(await ours({ ...GOOD_CLAIMS, jti: 'x' })).split('.')[2]}`,
    'no signature': `${header}.${payload}.`,
    'two parts': `${header}.${payload}`,
    'four parts': `${good}.${signature}`,
    'five parts, as an encrypted token has': `${good}.${header}.${payload}`,
    'a truncated signature': good.slice(0, -1),
    'half of the token': good.slice(0, good.length / 2),
    'a payload that is no JSON': `${header}.${Buffer.from('{').toString('base64url')}.${signature}`,
    'a payload that is a list': `${header}.${encoded([1])}.${signature}`,
    'a header that is no JSON': `${Buffer.from('{').toString('base64url')}.${payload}.${signature}`,
    'more than 8,192 characters': await ours({ ...GOOD_CLAIMS, filler: 'x'.repeat(8192) }),
    padding: `${good}=`,
    'a line feed': `${good}\n`,
    'an empty token': '',
    'a word': 'token',
  };
}
