import { createCipheriv, createHash } from 'node:crypto';
import { blindIndex, FieldProtection } from '@yiyang/persistence';
import { PersonVault } from './person-vault.js';

const SAMPLE = '11010519491231002X';
const protection = new FieldProtection([{ id: 'test', key: Buffer.alloc(32, 7) }]);
const vault = new PersonVault(protection);

// Vectors of standards §14.
it('computes SM3 and the blind index of the standard samples', () => {
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  expect(blindIndex(Buffer.from('demo-key-not-for-production'), SAMPLE)).toBe(
    'f88a0bad2e0a3508c679ef9925126d9eeb279df9ac88506512d42c7235e7275c',
  );
});

it('encrypts SM4 as the standard sample and the vector in CBC', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const block = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  expect(Buffer.concat([block.update(key), block.final()]).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  const text = createCipheriv('sm4-cbc', key, Buffer.alloc(16));
  expect(Buffer.concat([text.update(SAMPLE), text.final()]).toString('hex')).toBe(
    '40d08dbabbd4f91655d9498b7568bc5267315018acd6bee639038078a59c7b9c',
  );
});

it('opens what it sealed, with the stored key', () => {
  const { stored } = protection.newPersonKey('elder-1');
  const safe = vault.unlock({ elderId: 'elder-1', ...stored });
  const sealed = safe.seal('elder:elder-1', { idNumber: SAMPLE, name: '王桂芳' });
  expect(vault.unlock({ elderId: 'elder-1', ...stored }).open('elder:elder-1', sealed)).toEqual({
    ...{ idNumber: SAMPLE, name: '王桂芳' },
  });
  expect(sealed.includes(SAMPLE)).toBe(false);
});

it('seals the same person differently each time, so equal rows do not show', () => {
  const { safe } = vault.create('elder-1');
  const [one, other] = [safe.seal('elder:elder-1', { name: 'x' }), safe.seal('elder:elder-1', { name: 'x' })];
  expect(one.equals(other)).toBe(false);
});

it('does not open under another person’s key, at another place, or with one bit changed', () => {
  const { safe } = vault.create('elder-1');
  const sealed = safe.seal('document:d-1:1', { text: 'x' });
  expect(() => vault.create('elder-1').safe.open('document:d-1:1', sealed)).toThrow('does not open');
  expect(() => safe.open('document:d-1:2', sealed)).toThrow('does not open');
  for (const at of [0, 1, 20, sealed.length - 1]) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => safe.open('document:d-1:1', altered)).toThrow('does not open');
  }
});

it('does not unlock a key that was stored for somebody else', () => {
  const { stored } = protection.newPersonKey('elder-1');
  expect(() => vault.unlock({ elderId: 'elder-2', ...stored })).toThrow('does not open');
});
