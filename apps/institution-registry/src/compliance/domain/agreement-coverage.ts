import { addDays, findTerm, MEDICAL_INSTITUTION_KINDS, type CivilDate } from '@yiyang/standards';
import type { ComplianceInput, Partner } from './compliance-input.js';
import { agreementsInForce, factsInForce, givesMedicalService, isHome, medicalKindsInside } from './house.js';
import { verdict, type Rule } from './verdict.js';

/** The last day that the agreements cover without a gap from today on; undefined when today is not covered. */
export function coveredUntil({ agreements, on }: ComplianceInput): CivilDate | null | undefined {
  let until: CivilDate | undefined;
  const terms = agreements
    .filter(({ partner }) => givesMedicalService(partner, on))
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const { validFrom, validTo } of terms) {
    if (validFrom > (until === undefined ? on : addDays(until, 1))) break;
    if (validTo === null) return null;
    if (validTo >= on && (until === undefined || validTo > until)) until = validTo;
  }
  return until;
}

/**
 * A home without a medical institution inside has an agreement; that the last one ends soon is said some days before.
 * Source: CON-04, 003篇六(四).
 */
export const agreementWithoutOwnUnit: Rule = {
  id: 'CON-04',
  zh: '无内设医疗机构的养老机构须签约',
  part: 'INTEGRATED',
  clause: { source: '003篇六 咸宁市', clause: '(四)' },
  keys: ['agreement.expiryWarningDays'],
  check: (input, policy) => {
    if (!isHome(input) || medicalKindsInside(input).length > 0) return undefined;
    const warning = policy('agreement.expiryWarningDays');
    const until = coveredUntil(input);
    const [missing, endsOn] = [until === undefined, until ?? null];
    const warnOn = warning && endsOn !== null ? addDays(endsOn, -warning.value) : undefined;
    const endsSoon = warnOn !== undefined && warnOn <= input.on;
    return verdict(
      !missing && !endsSoon,
      {
        code: missing ? 'AGREEMENT_MISSING' : 'AGREEMENT_ENDS_SOON',
        severity: missing ? 'MAJOR' : 'INFO',
        expected: { agreements: 1, warningDays: warning?.value ?? null },
        actual: { agreements: agreementsInForce(input).length, endsOn },
      },
      warnOn !== undefined && !endsSoon ? { changesOn: warnOn } : {},
    );
  },
};

/** Every home has a medical agreement, with a unit inside or not; any qualified partner will do. Source: CON-06, 003篇十一. */
export const agreementOfEveryHome: Rule = {
  id: 'CON-06',
  zh: '养老机构签约医疗服务',
  part: 'INTEGRATED',
  check: (input) => {
    if (!isHome(input)) return undefined;
    const agreements = agreementsInForce(input).length;
    const finding = { code: 'AGREEMENT_MISSING', severity: 'MAJOR' } as const;
    return verdict(agreements > 0, { ...finding, expected: { agreements: 1 }, actual: { agreements } });
  },
};

/** A home has the emergency green channel and the referral mechanism with a comprehensive hospital. Source: CON-19, 003篇十一. */
export const hospitalChannels: Rule = {
  id: 'CON-19',
  zh: '急救绿色通道和转诊机制',
  part: 'INTEGRATED',
  check: (input) => {
    if (!isHome(input)) return undefined;
    const withHospitals = agreementsInForce(input).filter(({ partner }) => partner.kind === 'GENERAL_HOSPITAL');
    const types = withHospitals.flatMap((agreement) => agreement.types);
    const missing = ['GREEN_CHANNEL', 'REFERRAL'].filter((type) => !types.includes(type));
    return verdict(missing.length === 0, {
      code: 'HOSPITAL_CHANNEL_MISSING',
      severity: 'MAJOR',
      expected: { partner: 'GENERAL_HOSPITAL', types: ['GREEN_CHANNEL', 'REFERRAL'] },
      actual: { partners: withHospitals.length, missing },
    });
  },
};

/** County hospitals are of level 2 or higher; a primary institution (乡镇卫生院 …) is none, whatever its level. */
function isCountyHospital({ kind, level }: Partner): boolean {
  return (level ?? 0) >= 2 && findTerm(MEDICAL_INSTITUTION_KINDS, kind)?.setting === 'INSTITUTION';
}

/** A home at the county seat is linked with a hospital of its county. Source: CON-24, 003篇十(二). */
export const countyHospitalLink: Rule = {
  id: 'CON-24',
  zh: '县城养老机构对接县级医院',
  part: 'INTEGRATED',
  check: (input) => {
    if (!isHome(input) || factsInForce(input, 'COUNTY_SEAT').length === 0) return undefined;
    const partners = agreementsInForce(input).map(({ partner }) => partner);
    const linked = partners.some((partner) => isCountyHospital(partner) && partner.division === input.division);
    return verdict(linked, {
      code: 'COUNTY_HOSPITAL_LINK_MISSING',
      severity: 'INFO',
      expected: { leastLevel: 2, division: input.division },
      actual: { partners: partners.map(({ kind }) => kind) },
    });
  },
};
