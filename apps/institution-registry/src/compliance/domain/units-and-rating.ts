import { factsInForce, medicalKindsInside } from './house.js';
import { verdict, type Rule } from './verdict.js';

/** Alliances that are medical consortia (医联体), those of a county included. */
const CONSORTIA = ['MEDICAL_CONSORTIUM', 'COUNTY_MEDICAL_COMMUNITY'];

/**
 * A medical institution inside a care institution belongs to a medical consortium: as a member of one that is registered
 * here, or of another that is stated. Source: REG-27, 000 三(八).
 */
export const consortiumOfUnit: Rule = {
  id: 'REG-27',
  zh: '内设医疗机构纳入医联体',
  part: 'MEDICAL',
  check: (input) => {
    if (input.side !== 'MEDICAL' || input.host?.side !== 'CARE') return undefined;
    const joined = input.alliances.filter((type) => CONSORTIA.includes(type));
    const consortia = [...joined, ...factsInForce(input, 'CONSORTIUM_MEMBERSHIP').map(({ consortium }) => consortium)];
    return verdict(consortia.length > 0, {
      code: 'CONSORTIUM_MISSING',
      severity: 'MAJOR',
      expected: { consortia: 1 },
      actual: { consortia },
    });
  },
};

/** A community day-care centre sets a nursing station. Source: REG-33, 003篇十(三). */
export const nursingStationOfDayCare: Rule = {
  id: 'REG-33',
  zh: '社区日间照料中心设立护理站',
  part: 'INTEGRATED',
  check: (input) => {
    if (input.kind !== 'DAY_CARE_CENTRE') return undefined;
    const inside = medicalKindsInside(input);
    return verdict(inside.includes('NURSING_STATION'), {
      code: 'NURSING_STATION_MISSING',
      severity: 'INFO',
      expected: { unit: 'NURSING_STATION' },
      actual: { inside },
    });
  },
};

/** City and county welfare homes set an infirmary and a nursing station: supported, never demanded. Source: REG-59, 000 二(五). */
export const unitsOfWelfareHome: Rule = {
  id: 'REG-59',
  zh: '市县福利院设置医务室、护理站',
  part: 'INTEGRATED',
  check: (input) => {
    if (input.kind !== 'WELFARE_HOME') return undefined;
    const units = ['INFIRMARY', 'NURSING_STATION'];
    const inside = medicalKindsInside(input);
    return verdict(
      units.every((kind) => inside.includes(kind)),
      { code: 'WELFARE_HOME_UNITS_MISSING', severity: 'INFO', expected: { units }, actual: { inside } },
    );
  },
};

/** A star rating counts the medical service, so it names the ways in which the home gets it. Source: REG-44, 003篇九(三). */
export const ratingEvidence: Rule = {
  id: 'REG-44',
  zh: '星级评定含医疗服务内容',
  part: 'CARE',
  clause: { source: '003篇九 重庆市某区; 003篇四 北京市房山区', clause: '(三)' },
  check: (input) => {
    const [rating] = factsInForce(input, 'STAR_RATING');
    if (!rating) return undefined;
    const { stars, evidence } = rating;
    return verdict(evidence.length > 0, {
      code: 'RATING_WITHOUT_MEDICAL_SERVICE',
      severity: 'MINOR',
      expected: { leastModes: 1 },
      actual: { stars, evidence },
    });
  },
};
