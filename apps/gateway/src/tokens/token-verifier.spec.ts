import { createLocalJWKSet } from 'jose';
import fc from 'fast-check';
import { Refusal } from '@yiyang/decisions';
import { badTokens, GOOD_CLAIMS, ISSUER, newSigner, NOW, sign, type Signer } from './testing/bad-tokens.js';
import { TokenCache } from './token-cache.js';
import { IssuerUnavailable, type TokenIssuer } from './token-issuer.js';
import { TokenVerifier } from './token-verifier.js';

async function refusalOf(work: () => unknown): Promise<Refusal> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the token was accepted');
}

describe('token verification', () => {
  let signer: Signer;
  let issuer: TokenIssuer;
  let verifier: TokenVerifier;
  let now: number;

  beforeAll(async () => {
    signer = await newSigner('ES256', 'key-1');
    issuer = { issuer: ISSUER, algorithms: ['ES256'], keys: createLocalJWKSet({ keys: [signer.jwk] }) };
  });

  beforeEach(() => {
    now = NOW;
    verifier = new TokenVerifier([issuer], new TokenCache(), () => now);
  });

  const bearer = (token: string) => `Bearer ${token}`;

  it.each(['RS256', 'ES256', 'EdDSA'] as const)('accepts a good %s token and names its client', async (algorithm) => {
    const other = await newSigner(algorithm, 'key-1');
    const keys = createLocalJWKSet({ keys: [other.jwk] });
    const own = new TokenVerifier([{ issuer: ISSUER, algorithms: [algorithm], keys }], new TokenCache(), () => now);
    const token = await sign(other.privateKey, GOOD_CLAIMS, { alg: algorithm });
    expect(await own.clientOf(bearer(token))).toBe('client-1');
  });

  it('names the client by client_id, else azp, else sub', async () => {
    const { client_id: _clientId, ...rest } = GOOD_CLAIMS;
    const byAzp = await sign(signer.privateKey, { ...rest, azp: 'client-2' });
    const bySub = await sign(signer.privateKey, { ...rest, sub: 'client-3' });
    expect(await verifier.clientOf(bearer(byAzp))).toBe('client-2');
    expect(await verifier.clientOf(bearer(bySub))).toBe('client-3');
  });

  it('refuses more than 40 kinds of bad tokens, each with 401 and without a word of the token', async () => {
    const bad = await badTokens(signer);
    expect(Object.keys(bad).length).toBeGreaterThanOrEqual(40);
    for (const [fault, token] of Object.entries(bad)) {
      const refused = await refusalOf(() => verifier.clientOf(bearer(token)));
      expect({ fault, code: refused.code }).toEqual({ fault, code: 'NOT_AUTHENTICATED' });
      expect(Object.keys(refused.detail.inputs ?? {})).toEqual(['reason']);
    }
  });

  it('refuses a token with any one bit of it flipped', async () => {
    const token = await sign(signer.privateKey, GOOD_CLAIMS);
    const bytes = token.split('.').map((part) => Buffer.from(part, 'base64url'));
    const bits = bytes.flatMap((part, i) => Array.from({ length: part.length * 8 }, (_, bit) => [i, bit] as const));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bits), async ([part, bit]) => {
        const changed = bytes.map((bytesOfPart) => Buffer.from(bytesOfPart));
        const target = changed[part] as Buffer;
        target.writeUInt8(target.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const refused = await refusalOf(() =>
          verifier.clientOf(bearer(changed.map((one) => one.toString('base64url')).join('.'))),
        );
        expect(refused.code).toBe('NOT_AUTHENTICATED');
      }),
      { numRuns: 300 },
    );
  });

  it.each([undefined, '', 'Bearer', 'Basic eDp5', 'Token abc', 'Bearer a b'])(
    'refuses the header %p',
    async (header) => {
      expect((await refusalOf(() => verifier.clientOf(header))).code).toBe('NOT_AUTHENTICATED');
    },
  );

  it('accepts an expiry within the clock skew of 5 s and refuses it at the end of that', async () => {
    const token = await sign(signer.privateKey, { ...GOOD_CLAIMS, exp: NOW / 1000 - 4 });
    expect(await verifier.clientOf(bearer(token))).toBe('client-1');
    const late = await sign(signer.privateKey, { ...GOOD_CLAIMS, exp: NOW / 1000 - 5 });
    expect((await refusalOf(() => verifier.clientOf(bearer(late)))).detail.inputs).toEqual({ reason: 'EXPIRED' });
  });

  it('asks for the keys once per token and forgets the token when it expires', async () => {
    let asked = 0;
    const counting: TokenIssuer = { ...issuer, keys: (header, token) => (asked++, issuer.keys(header, token)) };
    const own = new TokenVerifier([counting], new TokenCache(), () => now);
    const token = await sign(signer.privateKey, GOOD_CLAIMS);
    await own.clientOf(bearer(token));
    now = NOW + 604_000;
    expect(own.clientOf(bearer(token))).toBe('client-1');
    expect(asked).toBe(1);
    now = NOW + 605_000;
    expect((await refusalOf(() => own.clientOf(bearer(token)))).code).toBe('NOT_AUTHENTICATED');
  });

  it('says UNAVAILABLE, not 401, when the issuer cannot be asked', async () => {
    const away: TokenIssuer = { ...issuer, keys: () => Promise.reject(new IssuerUnavailable(new Error('down'))) };
    const own = new TokenVerifier([away], new TokenCache(), () => now);
    const token = await sign(signer.privateKey, GOOD_CLAIMS);
    expect((await refusalOf(() => own.clientOf(bearer(token)))).code).toBe('UNAVAILABLE');
  });

  it('keeps a bounded number of tokens, the least recently used goes first', () => {
    const cache = new TokenCache(2);
    cache.keep('a', 'client-a', NOW + 1);
    cache.keep('b', 'client-b', NOW + 1);
    cache.find('a', NOW);
    cache.keep('c', 'client-c', NOW + 1);
    expect([cache.find('a', NOW), cache.find('b', NOW), cache.find('c', NOW)]).toEqual([
      'client-a',
      undefined,
      'client-c',
    ]);
  });
});
