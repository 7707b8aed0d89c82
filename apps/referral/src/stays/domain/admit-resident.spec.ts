import { anInstitutionOf, aSituation, codeOf } from '../../testing/a-referral.js';
import { assertMayMoveIn } from './admit-resident.js';

const home = anInstitutionOf({ kind: 'CARE_HOME', side: 'CARE', level: null });
const into = { institution: home, admittedOn: '2024-03-01', today: '2024-03-01' };
const moveIn = (situation: Parameters<typeof assertMayMoveIn>[0], of: Partial<typeof into> = {}) =>
  codeOf(() => assertMayMoveIn(situation, { ...into, ...of }));

it('takes in an elder from home', () => {
  expect(moveIn(undefined)).toBeUndefined();
  expect(moveIn(aSituation({ state: 'HOME_CARE' }))).toBeUndefined();
});

it.each(['RESIDENT_STABLE', 'CONVALESCENT', 'INPATIENT'] as const)('REF-06 refuses an elder who is %s', (state) => {
  expect(moveIn(aSituation({ state }))).toBe('ELDER_LIVES_ELSEWHERE');
});

it('refuses the dead', () => expect(moveIn(aSituation({ state: 'DECEASED' }))).toBe('ELDER_DECEASED'));

it('refuses a hospital, a home that does not operate, and a day that lies ahead', () => {
  expect(moveIn(undefined, { institution: anInstitutionOf() })).toBe('NOT_A_CARE_INSTITUTION');
  expect(moveIn(undefined, { institution: { ...home, operation: 'NOT_STARTED' } })).toBe('INSTITUTION_NOT_OPERATING');
  expect(moveIn(undefined, { admittedOn: '2024-03-02' })).toBe('DATE_IN_FUTURE');
});
