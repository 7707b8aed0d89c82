import { createHmac } from 'node:crypto';
import { signCaller, verifyCaller } from './caller-token.js';
import { aCaller, HOME, INFIRMARY } from './testing/a-caller.js';

const SECRET = 'a caller secret of 32 characters';
const NOW = new Date('2026-03-02T08:00:00.000Z');
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const caller = aCaller('CARE_INST', { unitIds: [INFIRMARY], emergency: { reasonCode: 'UNCONSCIOUS' } });
const token = signCaller(caller, SECRET, { now: NOW });

const refusedBecause = (reason: string) =>
  expect.objectContaining({ code: 'NOT_AUTHENTICATED', detail: { inputs: { reason } } }) as Error;

describe('the caller token', () => {
  it('carries the whole caller to the next hop', () => {
    expect(verifyCaller(token, SECRET, NOW)).toEqual(caller);
    expect(caller.organisationId).toBe(HOME);
  });

  it('is good for 30 s and not a millisecond more', () => {
    expect(verifyCaller(token, SECRET, later(29_999))).toEqual(caller);
    expect(() => verifyCaller(token, SECRET, later(30_000))).toThrow(refusedBecause('EXPIRED'));
  });

  it('lives as long as it is told to', () => {
    const brief = signCaller(caller, SECRET, { now: NOW, ttlSeconds: 2 });
    expect(verifyCaller(brief, SECRET, later(1999))).toEqual(caller);
    expect(() => verifyCaller(brief, SECRET, later(2000))).toThrow(refusedBecause('EXPIRED'));
  });

  it.each([undefined, ''])('is missing when the header is %p', (nothing) => {
    expect(() => verifyCaller(nothing, SECRET, NOW)).toThrow(refusedBecause('MISSING'));
  });

  it.each(['x', '.', 'a.', '.b', `${token}.`, `${token}.x`, `.${token}`])('is malformed as %p', (text) => {
    expect(() => verifyCaller(text, SECRET, NOW)).toThrow(refusedBecause('MALFORMED'));
  });

  it('is forged when any character differs', () => {
    for (let i = 0; i < token.length; i++) {
      if (token[i] === '.') continue;
      const other = token[i] === 'A' ? 'B' : 'A';
      const altered = token.slice(0, i) + other + token.slice(i + 1);
      expect(() => verifyCaller(altered, SECRET, NOW)).toThrow(refusedBecause('FORGED'));
    }
  });

  it('is forged when another secret, another algorithm or no signature made it', () => {
    const [body = '', mac = ''] = token.split('.');
    const other = signCaller(caller, 'another secret of the same length', { now: NOW });
    const sha512 = createHmac('sha512', SECRET).update(body).digest('base64url');
    const forged = [other, `${body}.${sha512}`, `${body}.${mac}=`, `${body}.${mac.slice(0, -4)}`, `${body}.AAAA`];
    for (const text of forged) expect(() => verifyCaller(text, SECRET, NOW)).toThrow(refusedBecause('FORGED'));
  });

  it('is forged when the body was exchanged for one with more rights', () => {
    const [, mac = ''] = token.split('.');
    const claims = { caller: aCaller('HEALTH'), expires: later(30_000).getTime() };
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    expect(() => verifyCaller(`${body}.${mac}`, SECRET, NOW)).toThrow(refusedBecause('FORGED'));
  });

  it('is not made and not read with a short secret', () => {
    expect(() => signCaller(caller, 'x'.repeat(31), { now: NOW })).toThrow('less than 32');
    expect(() => verifyCaller(token, '', NOW)).toThrow('less than 32');
  });
});
