import { bandOf } from '@yiyang/region-policy';
import { bedsInside, factsInForce, hasLiaison, isHome, medicalKindsInside } from './house.js';
import { verdict, type Rule } from './verdict.js';

/**
 * The medical institution that a home of this size sets. Regions contradict each other (D1, D2), so bands, boundary,
 * exemptions and substitutes are one policy value, and it names the row that a finding carries. A band that names no
 * kind leaves the home to the liaison rule (CON-07). Sources: REG-17, 001 二(二); REG-18, 003篇十一; REG-19, 003篇三(三).
 */
export function medicalFacilityByBeds(id: 'REG-17' | 'REG-18' | 'REG-19', zh: string): Rule {
  return {
    id,
    zh,
    part: 'INTEGRATED',
    keys: ['medicalFacilityByBeds'],
    check: (input, policy) => {
      const source = policy('medicalFacilityByBeds');
      if (!source || source.value.rule !== id || !isHome(input)) return undefined;
      const beds = bedsInside(input);
      const band = bandOf(source.value, beds);
      if (!band || band.kinds?.length === 0) return undefined;

      const inside = medicalKindsInside(input);
      const enough = [...(band.kinds ?? inside), ...band.higherKinds];
      const exemptSitings: readonly string[] = band.exemptSitings;
      const sitings = factsInForce(input, 'CO_LOCATED').map(({ siting }) => siting);
      const met = inside.some((kind) => enough.includes(kind)) || sitings.some((one) => exemptSitings.includes(one));

      const liaison = hasLiaison(input);
      return verdict(
        met,
        {
          code: 'MEDICAL_FACILITY_MISSING',
          severity: source.value.strength === 'MUST' ? 'MAJOR' : 'MINOR',
          status: liaison && band.substitutes.includes('LIAISON') ? 'SUBSTITUTED' : 'OPEN',
          expected: { fromBeds: band.fromBeds, toBeds: band.toBeds, anyOf: band.kinds ?? ['ANY'] },
          actual: { beds, inside, sitings, liaison },
        },
        { source },
      );
    },
  };
}

/**
 * The rehabilitation facility that a home of this size sets; a centre has professionals or a partner that brings them.
 * Source: REG-20, 001 二(二).
 */
export const rehabFacilityByBeds: Rule = {
  id: 'REG-20',
  zh: '按床位设置康复设施',
  part: 'CARE',
  keys: ['rehabFacilityByBeds'],
  check: (input, policy) => {
    const source = policy('rehabFacilityByBeds');
    if (!source || !isHome(input)) return undefined;
    const beds = bedsInside(input);
    const band = bandOf(source.value, beds);
    if (!band) return undefined;

    const accepted: readonly string[] = band.facilities;
    const facilities = factsInForce(input, 'REHAB_FACILITY').filter(({ facility }) => accepted.includes(facility));
    const staffed = facilities.some(({ staff, partnerId }) => staff > 0 || partnerId);
    return verdict(
      facilities.length > 0 && (staffed || !band.needsProfessionals),
      {
        code: facilities.length === 0 ? 'REHAB_FACILITY_MISSING' : 'REHAB_STAFF_MISSING',
        severity: 'MAJOR',
        expected: {
          fromBeds: band.fromBeds,
          toBeds: band.toBeds,
          anyOf: accepted,
          professionals: band.needsProfessionals,
        },
        actual: { beds, facilities: facilities.map(({ facility }) => facility), professionals: staffed },
      },
      { source },
    );
  },
};
