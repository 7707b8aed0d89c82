import { BED_KINDS } from '@yiyang/standards';
import { relationByBed } from './relation.js';

it('REC-08 makes residents of care beds, contracts of beds at home, nothing of ward beds', () => {
  expect(BED_KINDS.map(({ code }) => [code, relationByBed(code)])).toEqual([
    ['CARE', 'RESIDENT'],
    ['NURSING', 'RESIDENT'],
    ['MEDICAL', undefined],
    ['REHAB', undefined],
    ['MEDICAL_NURSING', undefined],
    ['ELDER_NURSING', undefined],
    ['HOSPICE', undefined],
    ['HOME_BED', 'CONTRACT'],
    ['HOME_CARE_BED', 'CONTRACT'],
  ]);
});

it('makes nothing of a kind that this build does not know', () => {
  expect(relationByBed('SPACE_BED')).toBeUndefined();
});
