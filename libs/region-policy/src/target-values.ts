import { INSURANCE_SCHEMES } from '@yiyang/standards';
import {
  codeOf,
  date,
  division,
  flag,
  listOf,
  nullable,
  oneOf,
  shape,
  share,
  wholeNumber,
  type Checked,
} from './check.js';

const count = wholeNumber(1, 100_000);
const years = wholeNumber(1, 100);
const byYear = nullable(wholeNumber(2000, 2149));

/** At least this share, to be reached by the end of the year; null = the document's year is not to be trusted. */
export const shareTarget = shape({ share, byYear });
export const countTarget = shape({ count, per: oneOf('DIVISION', 'COUNTY', 'STREET'), byYear });

/** Each stage raises the share of the one before it. Source: P-06. */
export const contractCoverage = listOf(
  shape({
    scope: oneOf('CARE_INSTITUTIONS', 'WITHOUT_INTERNAL_MEDICAL', 'COMMUNITY_DAY_CARE'),
    partner: oneOf('ANY', 'COMMUNITY_HEALTH_CENTRE_OR_OTHER', 'COMMUNITY_HEALTH_CENTRE'),
    stages: listOf(share),
  }),
);

/** Two indicators, not one. Sources: P-05, D12. */
export const medicalCoverageTarget = listOf(shape({ indicator: oneOf('MEDICAL_SERVICE', 'ANY_FORM'), share, byYear }));

/** Where long-term care insurance pays, since when and whom. No line = no pilot. Source: P-17. */
export const ltci = listOf(
  shape({ division, from: nullable(date), schemes: nullable(listOf(codeOf(INSURANCE_SCHEMES))) }),
);

export const serviceCircle = shape({ urban: count, rural: nullable(count) });
export const nursingBedShare60 = shape({ total: share, medical: share, care: share });
export const rehabSites = shape({
  urbanCommunities: share,
  ruralCommunities: share,
  rehabBeds: share,
  rehabHospitalsPerDistrict: count,
});
export const socialWorkerRatio = shape({ eldersPerWorker: count, careBedsPerWorker: count });
export const homeBedPilot = shape({ minCommunitiesPerCounty: count, counties: count });
export const freeClinics = shape({ minLevel: oneOf(1, 2, 3), perYear: count });

/** Source: P-32. */
export const demonstration = shape({
  minOperatingYears: years,
  minOccupancy: share,
  occupancyYears: years,
  /** Share of disabled and demented residents that must be exceeded, not only reached. */
  dependentShareAbove: share,
  minSatisfaction: share,
  incidentFreeYears: years,
  banYears: years,
  cycleYears: years,
  placesPerRound: count,
  /** Of hospitals of level 2 and above in a county or province that applies. */
  geriatricDeptAboveNationalAverage: flag,
  /** Care institutions of the county or province with medical service in some form. */
  minMedicalCoverage: share,
});

export const exchangeMilestones = listOf(
  shape({ milestone: oneOf('SCHEME', 'HOTLINES_120_12349', 'REAL_TIME_EXCHANGE'), dueOn: date }),
);

export type ContractCoverage = Checked<typeof contractCoverage>[number];
export type LtciPilot = Checked<typeof ltci>[number];
export type ShareTarget = Checked<typeof shareTarget>;
export type Demonstration = Checked<typeof demonstration>;
