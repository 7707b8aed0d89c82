import { anInstitutionOf } from '../../testing/a-referral.js';
import { isDirectionBetween } from './direction.js';

const careHome = anInstitutionOf({ kind: 'CARE_HOME', side: 'CARE', level: null });
const infirmary = anInstitutionOf({ kind: 'INFIRMARY', level: 0 });
const nursing = anInstitutionOf({ kind: 'NURSING_HOSPITAL', level: 1 });
const hospital = anInstitutionOf({ level: 3 });
const unlevelled = anInstitutionOf({ level: null });

it.each([
  ['UP', infirmary, hospital, true],
  ['UP', careHome, hospital, true],
  ['UP', nursing, hospital, true],
  ['UP', hospital, hospital, true],
  ['UP', hospital, nursing, false],
  ['UP', hospital, careHome, false],
  ['UP', infirmary, unlevelled, true],
  ['DOWN', hospital, nursing, true],
  ['DOWN', hospital, careHome, true],
  ['DOWN', nursing, hospital, false],
  ['DOWN', careHome, infirmary, false],
  ['DOWN', unlevelled, infirmary, true],
  ['LATERAL', hospital, hospital, true],
  ['LATERAL', careHome, careHome, true],
  ['LATERAL', hospital, nursing, false],
  ['LATERAL', hospital, careHome, false],
] as const)('C24 %s from %o to %o: %s', (direction, from, to, fits) => {
  expect(isDirectionBetween(direction, from, to)).toBe(fits);
});
