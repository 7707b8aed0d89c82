import { Refusal } from '@yiyang/decisions';
import {
  addSignature,
  assertComplete,
  assertContinues,
  assertTerminable,
  checkDueOn,
  isCheckOverdue,
  recordCheck,
  type AgreementTerms,
} from './agreement.js';

const TODAY = '2026-02-01';
const terms = (more: Partial<AgreementTerms> = {}): AgreementTerms => ({
  content: '转诊',
  way: '签约',
  cost: '按项目',
  duties: '双方',
  items: ['ROUNDS'],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  ...more,
});
const itemList = { value: true, clause: '二(六)', source: '000', policyVersion: 'set@1' };
const refusalOf = (decide: () => unknown): Refusal => {
  try {
    decide();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('was allowed');
};

describe('what an agreement states', () => {
  it('is complete with four parts, an item and a term', () => {
    expect(() => assertComplete(terms(), itemList, TODAY)).not.toThrow();
  });

  it.each(['content', 'way', 'cost', 'duties'] as const)('CON-01 refuses without %s and names it', (part) => {
    expect(refusalOf(() => assertComplete(terms({ [part]: ' ' }), itemList, TODAY))).toMatchObject({
      code: 'AGREEMENT_PART_MISSING',
      detail: { rule: 'CON-01', fields: [{ path: part }] },
    });
  });

  it('CON-02 refuses 0 items where the rule applies, and only there', () => {
    const bare = terms({ items: [] });
    expect(refusalOf(() => assertComplete(bare, itemList, TODAY))).toMatchObject({
      code: 'SERVICE_ITEMS_MISSING',
      detail: { rule: 'CON-02', clause: '二(六)', policyVersion: 'set@1' },
    });
    for (const rule of [undefined, { ...itemList, value: false }])
      expect(() => assertComplete(bare, rule, TODAY)).not.toThrow();
  });

  it.each([
    ['2026-02-01', '2026-02-01', true],
    ['2026-02-01', '2026-01-31', false],
    ['2026-01-01', '2026-02-01', true],
    ['2026-01-01', '2026-01-31', false],
  ])('CON-01 a term from %s to %s is possible today: %s', (validFrom, validTo, possible) => {
    const complete = () => assertComplete(terms({ validFrom, validTo }), itemList, TODAY);
    if (possible) expect(complete).not.toThrow();
    else expect(refusalOf(complete).code).toBe('AGREEMENT_TERM');
  });
});

describe('signatures', () => {
  it('8.3 are complete with both sides, in either order, each once', () => {
    const none = { careSigned: false, medicalSigned: false };
    for (const [first, second] of [
      ['CARE', 'MEDICAL'],
      ['MEDICAL', 'CARE'],
    ] as const) {
      const once = addSignature(none, first);
      expect(once.complete).toBe(false);
      expect(refusalOf(() => addSignature(once, first)).code).toBe('ALREADY_SIGNED');
      expect(addSignature(once, second).complete).toBe(true);
    }
  });
});

describe('a renewal', () => {
  const renewed = {
    careInstitutionId: 'home',
    medicalInstitutionId: 'hospital',
    validFrom: '2025-01-01',
    validTo: '2025-12-31',
  };
  const next = { ...renewed, validFrom: '2026-01-01', validTo: '2026-12-31' };

  it('joins the same parties and begins after the last day', () => {
    expect(() => assertContinues(next, renewed)).not.toThrow();
    for (const [more, path] of [
      [{ validFrom: '2025-12-31' }, 'validFrom'],
      [{ medicalInstitutionId: 'other' }, 'renewsId'],
      [{ careInstitutionId: 'other' }, 'renewsId'],
    ] as const)
      expect(refusalOf(() => assertContinues({ ...next, ...more }, renewed))).toMatchObject({
        code: 'AGREEMENT_RENEWAL',
        detail: { fields: [{ path }] },
      });
  });
});

describe('an early end', () => {
  const signed = { careSignedAt: new Date('2026-01-10T01:00:00Z'), medicalSignedAt: new Date('2026-01-12T16:00:00Z') };

  it('takes effect between the day of the second signature in Shanghai and today', () => {
    const codeOn = (on: string) => {
      try {
        assertTerminable(signed, on, TODAY);
      } catch (error) {
        return (error as Refusal).code;
      }
      return undefined;
    };
    expect(['2026-01-12', '2026-01-13', '2026-02-01', '2026-02-02'].map(codeOn)).toEqual([
      'AGREEMENT_TERM',
      undefined,
      undefined,
      'DATE_IN_FUTURE',
    ]);
  });
});

describe('periodic checks', () => {
  const cycle = { checkCycleMonths: 6, lastCheckedOn: '2024-01-01', validFrom: '2023-07-01' };

  it('CON-10 with a cycle of 6 months and the last on 2024-01-01 the next is overdue on 2024-07-02', () => {
    expect(checkDueOn(cycle)).toBe('2024-07-01');
    expect(['2024-07-01', '2024-07-02'].map((on) => isCheckOverdue(cycle, on))).toEqual([false, true]);
  });

  it('CON-10 the first cycle begins with the term, at the end of a short month where there is no such day', () => {
    expect(checkDueOn({ ...cycle, lastCheckedOn: null })).toBe('2024-01-01');
    expect(checkDueOn({ ...cycle, lastCheckedOn: '2023-08-31' })).toBe('2024-02-29');
  });

  it('CON-10 is never overdue without a cycle', () => {
    expect(checkDueOn({ ...cycle, checkCycleMonths: null })).toBeNull();
    expect(isCheckOverdue({ ...cycle, checkCycleMonths: null }, '2149-12-31')).toBe(false);
  });

  it('CON-10 begins again with the latest check, which lies between the first day and today', () => {
    const first = { ...cycle, lastCheckedOn: null };
    expect(recordCheck(first, '2023-07-01', '2024-01-02')).toBe('2023-07-01');
    expect(recordCheck(cycle, '2023-12-01', '2024-01-02')).toBe('2024-01-01');
    expect(recordCheck(cycle, '2024-01-02', '2024-01-02')).toBe('2024-01-02');
    expect(refusalOf(() => recordCheck(first, '2023-06-30', '2024-01-02')).code).toBe('AGREEMENT_TERM');
    expect(refusalOf(() => recordCheck(first, '2024-01-03', '2024-01-02')).code).toBe('DATE_IN_FUTURE');
  });
});
