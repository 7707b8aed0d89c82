import { requireImpartial, requireListed } from './assessor.js';

const ASSESSOR = { organisationId: 'bureau', validFrom: '2026-01-01', validTo: '2026-12-31' };
const refusing = (code: string) =>
  expect.objectContaining({
    code,
    detail: expect.objectContaining({ rule: 'REG-54', clause: '003篇十一' }) as object,
  }) as Error;

it('REG-54 refuses an assessor who is not in the register', () => {
  expect(requireListed(ASSESSOR)).toBe(ASSESSOR);
  expect(() => requireListed(undefined)).toThrow(refusing('ASSESSOR_NOT_LISTED'));
});

it('REG-54 refuses an expired certificate: the last day counts, the day after does not', () => {
  const on = (day: string) => () => requireImpartial(ASSESSOR, day, []);
  expect(on('2025-12-31')).toThrow(refusing('ASSESSOR_CERTIFICATE_NOT_VALID'));
  expect(on('2026-01-01')).not.toThrow();
  expect(on('2026-12-31')).not.toThrow();
  expect(on('2027-01-01')).toThrow(refusing('ASSESSOR_CERTIFICATE_NOT_VALID'));
});

it('REG-54 refuses the provider of the elder and takes everybody else', () => {
  expect(() => requireImpartial(ASSESSOR, '2026-03-01', ['home', 'bureau'])).toThrow(refusing('ASSESSOR_IS_PROVIDER'));
  expect(() => requireImpartial(ASSESSOR, '2026-03-01', ['home', 'hospital'])).not.toThrow();
});
