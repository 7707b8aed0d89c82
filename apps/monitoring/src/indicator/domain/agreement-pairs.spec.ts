import fc from 'fast-check';
import { agreementPairs, type AgreementFact } from './agreement-pairs.js';

const anAgreement = (of: Partial<AgreementFact> = {}): AgreementFact => ({
  careInstitutionId: 'home',
  medicalInstitutionId: 'hospital',
  signedOn: '2026-03-01',
  validFrom: '2026-03-01',
  validTo: '2026-12-31',
  endedOn: null,
  isSuspended: false,
  ...of,
});
const count = (agreements: AgreementFact[], on = '2026-06-30') => agreementPairs(agreements, on).value;

describe('I03', () => {
  it('counts a pair once however many agreements it has', () => {
    expect(
      count([anAgreement(), anAgreement({ validFrom: '2026-05-01' }), anAgreement({ careInstitutionId: 'other' })]),
    ).toBe(2);
  });

  it.each<[string, Partial<AgreementFact>, number]>([
    ['on its last day', { validTo: '2026-06-30' }, 1],
    ['the day after its last', { validTo: '2026-06-29' }, 0],
    ['on its first day', { validFrom: '2026-06-30' }, 1],
    ['the day before its first', { validFrom: '2026-07-01' }, 0],
    ['signed that day', { signedOn: '2026-06-30' }, 1],
    ['signed the day after', { signedOn: '2026-07-01' }, 0],
    ['ended that day', { endedOn: '2026-06-30' }, 1],
    ['ended the day before', { endedOn: '2026-06-29' }, 0],
    ['suspended that day', { isSuspended: true }, 0],
  ])('counts an agreement %s accordingly', (_, of, expected) => {
    expect(count([anAgreement(of)])).toBe(expected);
  });

  it('agrees with a recount of pairs', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-06-0${n}`);
    const agreement = fc.record({
      careInstitutionId: fc.constantFrom('h1', 'h2'),
      medicalInstitutionId: fc.constantFrom('m1', 'm2'),
      signedOn: day,
      validFrom: day,
      validTo: day,
      endedOn: fc.option(day),
      isSuspended: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(agreement, { maxLength: 12 }), day, (agreements, on) => {
        let recount = 0;
        for (const care of ['h1', 'h2'])
          for (const medical of ['m1', 'm2'])
            if (
              agreements.some((a) => {
                const last = a.endedOn !== null && a.endedOn < a.validTo ? a.endedOn : a.validTo;
                const first = a.signedOn > a.validFrom ? a.signedOn : a.validFrom;
                const joins = a.careInstitutionId === care && a.medicalInstitutionId === medical;
                return joins && !a.isSuspended && first <= on && on <= last;
              })
            )
              recount += 1;
        expect(count(agreements, on)).toBe(recount);
      }),
      { numRuns: 500 },
    );
  });
});
