import { createCipheriv, createHash } from 'node:crypto';
import { blindIndex, FieldProtection, open, parseMasterKeys, seal } from './field-protection.js';

const key = (fill: number) => Buffer.alloc(32, fill);
const ID_NUMBER = '11010519491231002X';

describe('national cryptography, vectors of standards §14', () => {
  it('SM3("abc")', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  it('SM4 of the standard’s sample', () => {
    const sample = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', sample, null).setAutoPadding(false);
    expect(cipher.update(sample).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it('HMAC-SM3 blind index', () => {
    expect(blindIndex(Buffer.from('demo-key-not-for-production'), ID_NUMBER)).toBe(
      'f88a0bad2e0a3508c679ef9925126d9eeb279df9ac88506512d42c7235e7275c',
    );
  });
});

describe('seal and open', () => {
  const sealed = seal(key(1), Buffer.from(ID_NUMBER), 'elder|id_number|1');

  it('gives back what was sealed', () => {
    expect(open(key(1), sealed, 'elder|id_number|1').toString()).toBe(ID_NUMBER);
  });

  it('seals the same text differently each time', () => {
    expect(seal(key(1), Buffer.from(ID_NUMBER), 'elder|id_number|1').equals(sealed)).toBe(false);
  });

  it('does not show the text', () => {
    expect(sealed.includes(ID_NUMBER)).toBe(false);
  });

  it('does not open under another key or in another place', () => {
    expect(() => open(key(2), sealed, 'elder|id_number|1')).toThrow('does not open');
    expect(() => open(key(1), sealed, 'elder|id_number|2')).toThrow('does not open');
  });

  it('does not open when any single bit differs', () => {
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => open(key(1), altered, 'elder|id_number|1')).toThrow('does not open');
    }
  });

  it('does not open what was cut short', () => {
    for (let length = 0; length < sealed.length; length++)
      expect(() => open(key(1), sealed.subarray(0, length), 'elder|id_number|1')).toThrow('does not open');
  });
});

describe('FieldProtection', () => {
  const older = { id: 'k1', key: key(1) };
  const newer = { id: 'k2', key: key(2) };

  it('opens under an older master key what was sealed before the rotation', () => {
    const before = new FieldProtection([older]).platformSeal('idempotency', Buffer.from('answer'), 'call');
    expect(new FieldProtection([newer, older]).platformOpen('idempotency', before, 'call').toString()).toBe('answer');
  });

  it('seals each purpose under a key of its own', () => {
    const protection = new FieldProtection([older]);
    const sealed = protection.platformSeal('idempotency', Buffer.from('answer'), 'call');
    expect(() => protection.platformOpen('held-event', sealed, 'call')).toThrow('does not open');
  });

  it('opens a person’s key only for that person', () => {
    const protection = new FieldProtection([newer, older]);
    const person = protection.newPersonKey('p1');
    expect(protection.personKey('p1', person.stored).equals(person.key)).toBe(true);
    expect(() => protection.personKey('p2', person.stored)).toThrow('does not open');
  });

  it('gives an index per master key, the current one first, and another one per purpose', () => {
    const protection = new FieldProtection([newer, older]);
    const indexes = protection.blindIndexes('resident-id', ID_NUMBER);
    expect(indexes.map((index) => index.keyId)).toEqual(['k2', 'k1']);
    expect(new Set([...indexes, ...protection.blindIndexes('phone', ID_NUMBER)].map((index) => index.value)).size).toBe(
      4,
    );
  });

  it('reads keys only of 32 bytes with a short id', () => {
    expect(parseMasterKeys(`k2:${key(2).toString('base64')},k1:${key(1).toString('base64')}`)).toEqual([newer, older]);
    for (const wrong of ['', 'k1', 'k1:c2hvcnQ=', `:${key(1).toString('base64')}`])
      expect(() => parseMasterKeys(wrong)).toThrow('master key');
  });
});
