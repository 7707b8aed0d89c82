import { isOrganisationCode, makeCreditCode, organisationCheckCharacter, parseCreditCode } from './credit-code.js';

// [code, authority, type, region]: standards §2, the first is the standard's sample, the others are made up.
const VALID: [string, string, string, string][] = [
  ['91350100M000100Y43', '9', '1', '350100'],
  ['121404284351234560', '1', '2', '140428'],
  ['52330105MJ80001275', '5', '2', '330105'],
  ['91320106MA1N00018P', '9', '1', '320106'],
  ['92421202MA4KT0019A', '9', '2', '421202'],
  ['12520602730900107N', '1', '2', '520602'],
];

const INVALID: [string, 'FORMAT' | 'CHECK_DIGIT'][] = [
  ['91350100M000100Y44', 'CHECK_DIGIT'],
  ['12140428435123451I', 'FORMAT'],
  ['91350100M000100Y4', 'FORMAT'],
  ['91350100M000100Y433', 'FORMAT'],
  ['9135010XM000100Y43', 'FORMAT'],
  ['', 'FORMAT'],
];

const ORGANISATION_CHECKS: [string, string][] = [
  ['D2143569', 'X'],
  ['M000100Y', '4'],
  ['12345678', '8'],
  ['00000000', '0'],
];

describe('unified social credit codes', () => {
  it.each(VALID)('accepts %s', (code, authority, type, region) => {
    const parsed = parseCreditCode(code);
    expect(parsed).toEqual({ ok: true, code, authority, type, region, organisationCode: code.slice(8, 17) });
  });

  it.each(INVALID)('refuses %j by the check %s', (code, check) => {
    expect(parseCreditCode(code)).toEqual({ ok: false, check });
  });

  it('normalises blanks, lower case and full width', () => {
    expect(parseCreditCode(' 91350100m000100y43')).toMatchObject({ ok: true, code: '91350100M000100Y43' });
    expect(parseCreditCode('９１350100M000100Y43')).toMatchObject({ ok: true, code: '91350100M000100Y43' });
  });

  it('only warns of a wrong check character in the organisation code inside', () => {
    // The outer check of this code is right for its inner ...Y5, where GB 11714 asks for ...Y4.
    expect(parseCreditCode('91350100M000100Y56')).toMatchObject({ ok: true, innerWarning: 'ORGANISATION_CODE_CHECK' });
  });

  it.each(ORGANISATION_CHECKS)('checks the organisation code %s with %s', (body, check) => {
    expect(organisationCheckCharacter(body)).toBe(check);
    expect(isOrganisationCode(`${body}-${check}`)).toBe(true);
    expect(isOrganisationCode(`${body}${check === '1' ? '2' : '1'}`)).toBe(false);
  });

  it('makes codes that it accepts again without warning', () => {
    for (const serial of ['MJ800012', '43512345', '00000000', 'WXY12345']) {
      const code = makeCreditCode({ authority: '5', type: '2', region: '421202', serial });
      expect(parseCreditCode(code)).toMatchObject({ ok: true, region: '421202' });
      expect(parseCreditCode(code)).not.toHaveProperty('innerWarning');
    }
  });

  it('makes no code of nonsense', () => {
    expect(() => makeCreditCode({ authority: '5', type: '2', region: '4212', serial: 'MJ800012' })).toThrow(RangeError);
    expect(() => makeCreditCode({ authority: '5', type: '2', region: '421202', serial: 'MI800012' })).toThrow(
      RangeError,
    );
    expect(() => organisationCheckCharacter('1234567')).toThrow(RangeError);
  });
});
