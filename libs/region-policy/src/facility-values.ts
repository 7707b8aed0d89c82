import {
  BED_KINDS,
  INSTITUTION_KINDS,
  MEDICAL_INSTITUTION_KINDS,
  MEDICAL_SITINGS,
  OPERATION_MODES,
  PRICE_ITEM_CLASSES,
  PRICE_REGIMES,
  REHAB_FACILITIES,
} from '@yiyang/standards';
import {
  codeOf,
  flag,
  keeping,
  listOf,
  nullable,
  oneOf,
  shape,
  wholeNumber,
  type Check,
  type Checked,
} from './check.js';

interface Band {
  readonly fromBeds: number;
  readonly toBeds: number | null;
}

const beds = wholeNumber(0, 100_000);
const bounds = { fromBeds: beds, toBeds: nullable(beds) };
const medicalKinds = listOf(codeOf(MEDICAL_INSTITUTION_KINDS));

/** Bands with inclusive bounds, in order; two may share a bound, and then `boundaryBelongsTo` says whose it is (D2). */
function inOrder(bands: readonly Band[]): boolean {
  return bands.every(({ fromBeds, toBeds }, index) => {
    const before = bands[index - 1];
    const follows = !before || (before.toBeds !== null && before.toBeds <= fromBeds);
    return follows && (toBeds === null || fromBeds <= toBeds);
  });
}

function banded<B extends Band>(band: Check<B>): Check<readonly B[]> {
  return keeping(listOf(band), inOrder);
}

const boundaryBelongsTo = oneOf('UPPER', 'LOWER');

/** Which medical institution a care institution of so many beds sets up; beds in no band ask for nothing. Source: P-01. */
export const medicalFacilityByBeds = shape({
  /** Row that the finding names. */
  rule: oneOf('REG-17', 'REG-18', 'REG-19'),
  strength: oneOf('MUST', 'TARGET'),
  boundaryBelongsTo,
  bands: banded(
    shape({
      ...bounds,
      /** One of these; null = any medical institution; none = a substitute is what the band asks for. */
      kinds: nullable(medicalKinds),
      /** More than the document asks for, so enough as well (inf). */
      higherKinds: medicalKinds,
      substitutes: listOf(oneOf('LIAISON')),
      exemptSitings: listOf(codeOf(MEDICAL_SITINGS)),
    }),
  ),
});

/** One of the facilities, and for some bands professionals or a partner that brings them. Source: P-02. */
export const rehabFacilityByBeds = shape({
  boundaryBelongsTo,
  bands: banded(shape({ ...bounds, facilities: listOf(codeOf(REHAB_FACILITIES)), needsProfessionals: flag })),
});

/** Which beds may become which; a pair that no line names may not be converted. Source: P-45, REG-22. */
export const bedConversion = listOf(
  shape({
    from: codeOf(BED_KINDS),
    to: codeOf(BED_KINDS),
    /** null = holders of every kind. */
    holderKinds: nullable(listOf(codeOf(INSTITUTION_KINDS))),
    /** Highest hospital level of the holder; null = any. */
    maxLevel: nullable(oneOf(1, 2, 3)),
    /** null = every operation mode. */
    operationModes: nullable(listOf(codeOf(OPERATION_MODES))),
    requires: nullable(oneOf('MEDICAL_BRANCH', 'SURPLUS')),
  }),
);

/** Who sets which price, by operation mode; what no line names is free. Source: P-41. */
export const priceRegime = listOf(
  shape({
    operationModes: listOf(codeOf(OPERATION_MODES)),
    items: listOf(codeOf(PRICE_ITEM_CLASSES)),
    regime: codeOf(PRICE_REGIMES),
  }),
);

export type MedicalFacilityByBeds = Checked<typeof medicalFacilityByBeds>;
export type MedicalFacilityBand = MedicalFacilityByBeds['bands'][number];
export type RehabFacilityByBeds = Checked<typeof rehabFacilityByBeds>;
export type BedConversionRule = Checked<typeof bedConversion>[number];
export type PriceRegimeLine = Checked<typeof priceRegime>[number];

/** The band that so many beds lie in. Undefined = the region asks nothing of that size. Source: D1, D2. */
export function bandOf<B extends Band>(
  of: { readonly boundaryBelongsTo: 'UPPER' | 'LOWER'; readonly bands: readonly B[] },
  beds: number,
): B | undefined {
  const holding = of.bands.filter(({ fromBeds, toBeds }) => fromBeds <= beds && (toBeds === null || beds <= toBeds));
  return of.boundaryBelongsTo === 'UPPER' ? holding.at(-1) : holding[0];
}
