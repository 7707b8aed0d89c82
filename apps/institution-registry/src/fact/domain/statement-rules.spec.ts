import { codesOf, PRIORITY_WINDOW_SERVICES } from '@yiyang/standards';
import { parseStatement, type Fact, type Statement } from './state-fact.js';
import {
  assertCompleteWindow,
  assertCrossUseAllowed,
  transitionalUseNoticeOn,
  transitionalUseUntil,
  withComputedEnd,
} from './statement-rules.js';

const because = { source: 'a document', clause: '1', policyVersion: 'set@1' };
const refusing = (code: string, ...paths: string[]) =>
  expect.objectContaining({
    code,
    detail: expect.objectContaining({
      fields: paths.map((path) => expect.objectContaining({ path }) as object),
    }) as object,
  }) as Error;

describe('REG-43 a priority window', () => {
  const all = codesOf(PRIORITY_WINDOW_SERVICES);
  const six = { value: all, ...because };
  const window = (services: readonly string[]): Statement =>
    parseStatement({ type: 'PRIORITY_WINDOW', value: { services }, validFrom: '2024-01-01' });

  it('REG-43 takes the set of six and refuses every set of five', () => {
    expect(() => assertCompleteWindow(window(all), six)).not.toThrow();
    for (const missing of all)
      expect(() => assertCompleteWindow(window(all.filter((service) => service !== missing)), six)).toThrow(
        refusing('PRIORITY_WINDOW_INCOMPLETE', 'value.services'),
      );
  });

  it('REG-43 asks for what the region lists, and not for more', () => {
    const asking = (...value: typeof all) => ({ ...six, value });
    const referral = window(['REFERRAL']);
    expect(() => assertCompleteWindow(referral, asking('REFERRAL'))).not.toThrow();
    expect(() => assertCompleteWindow(referral, asking('REFERRAL', 'DRUGS'))).toThrow('PRIORITY_WINDOW_INCOMPLETE');
  });
});

describe('REG-39 shared use of a care area', () => {
  const outbreak = { type: 'OUTBREAK', validFrom: '2024-01-10', validTo: '2024-01-31' } as Fact;
  const use = (validFrom: string, value: Record<string, unknown> = {}) =>
    assertCrossUseAllowed(parseStatement({ type: 'CROSS_USE', value, validFrom }), [outbreak], because);
  const urgent = { urgentReason: 'EVACUATION', controlMeasure: 'DISINFECTION' };

  it.each(['2024-01-10', '2024-01-15', '2024-01-31'])('REG-39 needs a reason and a measure on %s', (on) => {
    const code = 'CROSS_USE_IN_OUTBREAK';
    expect(() => use(on)).toThrow(refusing(code, 'value.urgentReason', 'value.controlMeasure'));
    expect(() => use(on, { urgentReason: 'EVACUATION' })).toThrow(refusing(code, 'value.controlMeasure'));
    expect(() => use(on, { controlMeasure: 'DISINFECTION' })).toThrow(refusing(code, 'value.urgentReason'));
    expect(() => use(on, urgent)).not.toThrow();
  });

  it.each(['2024-01-09', '2024-02-01'])('REG-39 asks for nothing outside the outbreak, on %s', (on) => {
    expect(() => use(on)).not.toThrow();
  });
});

describe('REG-56 a former use of land', () => {
  const policy = { years: 5, noticeMonths: 6 };
  const use = (validFrom: string, validTo?: string) =>
    withComputedEnd(
      parseStatement({
        type: 'TRANSITIONAL_USE',
        value: { formerUse: 'SHOP' },
        validFrom,
        ...(validTo && { validTo }),
      }),
      policy,
      because,
    ).validTo;

  it.each([
    ['2024-01-01', '2028-12-31', '2028-06-30'],
    ['2024-02-29', '2029-02-27', '2028-08-27'],
    ['2024-06-15', '2029-06-14', '2028-12-14'],
  ])('REG-56 from %s lasts five full years, until %s, announced on %s', (from, until, noticeOn) => {
    expect(transitionalUseUntil(from, policy)).toBe(until);
    expect(transitionalUseNoticeOn(until, policy)).toBe(noticeOn);
    expect(use(from)).toBe(until);
  });

  it('REG-56 may be stated to end earlier, and not a day later', () => {
    expect(use('2024-01-01', '2026-01-31')).toBe('2026-01-31');
    expect(use('2024-01-01', '2028-12-31')).toBe('2028-12-31');
    expect(() => use('2024-01-01', '2029-01-01')).toThrow(refusing('TRANSITIONAL_USE_TOO_LONG', 'validTo'));
  });
});
