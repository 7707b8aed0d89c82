import { NATION } from '@yiyang/standards';
import { clausesOf, seedSet, UNDATED } from './seed-set.js';

const clause = clausesOf('003篇七 全国医养结合示范创建');

/** The demonstration project of the National Health Commission (全国医养结合示范项目). */
export const NATIONAL = seedSet({
  name: 'NATIONAL',
  division: NATION,
  idSuffix: '7',
  validFrom: UNDATED,
  values: {
    demonstration: {
      value: {
        minOperatingYears: 5,
        minOccupancy: '0.60',
        occupancyYears: 2,
        dependentShareAbove: '0.50',
        minSatisfaction: '0.95',
        incidentFreeYears: 5,
        banYears: 3,
        cycleYears: 2,
        placesPerRound: 100,
        geriatricDeptAboveNationalAverage: true,
        minMedicalCoverage: '1',
      },
      source: clause('创建标准'),
    },
  },
});
