import fc from 'fast-check';
import { integratedInstitutions, type InstitutionFact, type QualificationFact } from './integrated-institutions.js';

const END = '2026-06-30';
const home: InstitutionFact = { institutionId: 'home', hostId: null };
const infirmary: InstitutionFact = { institutionId: 'infirmary', hostId: 'home' };
const nursing: InstitutionFact = { institutionId: 'nursing', hostId: 'home' };

function qualified(
  institutionId: string,
  side: 'MEDICAL' | 'CARE',
  of: Partial<QualificationFact> = {},
): QualificationFact {
  return {
    institutionId,
    qualificationId: `${institutionId}-${side}`,
    side,
    state: 'ACTIVE',
    effectiveOn: '2026-01-10',
    sequence: 1n,
    ...of,
  };
}
const count = (institutions: InstitutionFact[], qualifications: QualificationFact[]) =>
  integratedInstitutions(institutions, qualifications, END).value;

describe('I01', () => {
  it('counts a home with two qualified units once', () => {
    const qualifications = [
      qualified('home', 'CARE'),
      qualified('infirmary', 'MEDICAL'),
      qualified('nursing', 'MEDICAL'),
    ];
    expect(count([home, infirmary, nursing], qualifications)).toBe(1);
  });

  it('counts a hospital with a care filing of its own', () => {
    const hospital = { institutionId: 'hospital', hostId: null };
    expect(count([hospital], [qualified('hospital', 'MEDICAL'), qualified('hospital', 'CARE')])).toBe(1);
  });

  it('leaves out who has only one side', () => {
    expect(count([home], [qualified('home', 'CARE')])).toBe(0);
  });

  it.each([
    ['2026-06-30', 0],
    ['2026-07-01', 1],
  ])('counts no longer when the unit’s licence is cancelled from %s: %i', (effectiveOn, expected) => {
    const cancelled = qualified('infirmary', 'MEDICAL', { state: 'CANCELLED', effectiveOn, sequence: 2n });
    expect(count([home, infirmary], [qualified('home', 'CARE'), qualified('infirmary', 'MEDICAL'), cancelled])).toBe(
      expected,
    );
  });

  it('lets the later of two states of one day hold', () => {
    const states = (['SUSPENDED', 'ACTIVE'] as const).map((state, i) =>
      qualified('infirmary', 'MEDICAL', { state, effectiveOn: '2026-06-01', sequence: BigInt(i + 2) }),
    );
    expect(count([home, infirmary], [qualified('home', 'CARE'), ...states.reverse()])).toBe(1);
  });

  it('agrees with a recount day by day, whatever happened', () => {
    const ids = ['a', 'b', 'c', 'd'] as const;
    const hosts: Record<string, string | null> = { a: null, b: 'a', c: null, d: 'c' };
    const fact = fc.record({
      institutionId: fc.constantFrom(...ids),
      side: fc.constantFrom('MEDICAL' as const, 'CARE' as const),
      state: fc.constantFrom('ACTIVE', 'ACTIVE', 'SUSPENDED', 'CANCELLED'),
      day: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 25 }), fc.integer({ min: 1, max: 9 }), (facts, last) => {
        const qualifications = facts.map(({ institutionId, side, state, day }, i) =>
          qualified(institutionId, side, { state, effectiveOn: `2026-06-0${day}`, sequence: BigInt(i) }),
        );
        const institutions = ids.map((institutionId) => ({ institutionId, hostId: hosts[institutionId] ?? null }));
        const isLive = (id: string, side: string) => {
          let state = 'NONE';
          for (let day = 1; day <= last; day++)
            for (const fact of facts)
              if (fact.institutionId === id && fact.side === side && fact.day === day) state = fact.state;
          return state === 'ACTIVE';
        };
        const recount = ['a', 'c'].filter((host) => {
          const own = ids.filter((id) => id === host || hosts[id] === host);
          return own.some((id) => isLive(id, 'MEDICAL')) && own.some((id) => isLive(id, 'CARE'));
        });
        expect(integratedInstitutions(institutions, qualifications, `2026-06-0${last}`).value).toBe(recount.length);
      }),
      { numRuns: 500 },
    );
  });
});
