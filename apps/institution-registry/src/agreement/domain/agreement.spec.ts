import { Refusal } from '@yiyang/decisions';
import {
  missingMechanisms,
  missingTypes,
  MINIMUM_MECHANISMS,
  proposeAgreement,
  signAgreement,
  type PartyFact,
  type Proposal,
} from './agreement.js';

const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  content: '转诊',
  way: '签约',
  cost: '按项目',
  duties: '双方',
  types: ['REFERRAL', 'GREEN_CHANNEL'],
  items: ['ROUNDS'],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  ...more,
});
const party = (side: 'CARE' | 'MEDICAL', more: Partial<PartyFact> = {}): PartyFact => ({
  side,
  operating: true,
  qualified: true,
  ...more,
});
const parties = { care: party('CARE'), medical: party('MEDICAL') };
const needed = { applies: true, because: { clause: '二(六)', source: '000' } };
const refusalOf = (decide: () => unknown): Refusal => {
  try {
    decide();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('was allowed');
};

describe('agreement', () => {
  it('is proposed when it is complete', () => {
    expect(proposeAgreement(proposal(), parties, needed)).toBe('PROPOSED');
  });

  it.each(['content', 'way', 'cost', 'duties'] as const)('CON-01 refuses without %s and names it', (part) => {
    const refused = refusalOf(() => proposeAgreement(proposal({ [part]: ' ' }), parties, needed));
    expect(refused).toMatchObject({
      code: 'AGREEMENT_PART_MISSING',
      detail: { rule: 'CON-01', fields: [{ path: part }] },
    });
  });

  it('CON-02 refuses 0 items where the rule applies, and only there', () => {
    const bare = proposal({ items: [] });
    expect(refusalOf(() => proposeAgreement(bare, parties, needed))).toMatchObject({
      code: 'SERVICE_ITEMS_MISSING',
      detail: { rule: 'CON-02', clause: '二(六)' },
    });
    expect(proposeAgreement(bare, parties, { applies: false, because: {} })).toBe('PROPOSED');
  });

  it.each([
    ['suspended', { operating: false }],
    ['unqualified', { qualified: false }],
    ['of the wrong side', { side: 'CARE' as const }],
  ])('CON-01 refuses a medical partner that is %s', (_, more) => {
    expect(
      refusalOf(() => proposeAgreement(proposal(), { ...parties, medical: party('MEDICAL', more) }, needed)).code,
    ).toBe('PARTNER_NOT_ELIGIBLE');
  });

  it('may last one day, but not end before it begins', () => {
    expect(proposeAgreement(proposal({ validTo: '2026-01-01' }), parties, needed)).toBe('PROPOSED');
    expect(refusalOf(() => proposeAgreement(proposal({ validTo: '2025-12-31' }), parties, needed)).code).toBe(
      'AGREEMENT_TERM',
    );
  });

  it('is signed when both sides have signed, in either order, each once', () => {
    const fresh = { status: 'PROPOSED', careSigned: false, medicalSigned: false } as const;
    for (const [first, second] of [
      ['CARE', 'MEDICAL'],
      ['MEDICAL', 'CARE'],
    ] as const) {
      const once = signAgreement(fresh, first);
      expect(once.status).toBe('PROPOSED');
      expect(refusalOf(() => signAgreement(once, first)).code).toBe('ALREADY_SIGNED');
      const both = signAgreement(once, second);
      expect(both.status).toBe('SIGNED');
      expect(refusalOf(() => signAgreement(both, first)).code).toBe('AGREEMENT_STATE');
    }
  });

  it('CON-03 finds the missing periodic rounds', () => {
    expect(missingMechanisms(MINIMUM_MECHANISMS.filter((mechanism) => mechanism !== 'ROUNDS'))).toEqual(['ROUNDS']);
    expect(missingMechanisms(MINIMUM_MECHANISMS)).toEqual([]);
  });

  it('CON-19 finds the missing green channel', () => {
    expect(missingTypes(['REFERRAL'])).toEqual(['GREEN_CHANNEL']);
    expect(missingTypes(['GREEN_CHANNEL', 'REFERRAL', 'MEDICAL_SERVICE'])).toEqual([]);
  });
});
