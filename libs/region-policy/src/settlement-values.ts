import { INSURANCE_SCHEMES, PERSON_TYPES } from '@yiyang/standards';
import type { Checked } from './check.js';
import { codeOf, flag, listOf, nullable, oneOf, shape, share, wholeNumber } from './check.js';

const fen = wholeNumber(0, 1_000_000_000_000);
const scheme = codeOf(INSURANCE_SCHEMES);
const billingLevel = oneOf(1, 2, 3);

/** Deductible of a stay by scheme and billing level, in fen; `againFen` from the second admission of the year on. */
export const deductibles = listOf(shape({ scheme, level: billingLevel, firstFen: fen, againFen: fen }));

/** Share of the in-scope amount that the pool pays, by scheme, person and billing level. */
export const poolRatios = listOf(
  shape({ scheme, personType: codeOf(PERSON_TYPES), level: billingLevel, ratio: share }),
);

/** Most that the pool pays for one person in one year, in fen. */
export const poolCaps = listOf(shape({ scheme, capFen: fen }));

/**
 * 大病 and 大额 insurance: tiers over the in-scope burden of the year above `fromFen`; the last tier's `toFen` is null.
 * Whether the share that the person pays first on class B counts is disputed (standards §16), hence a value.
 */
export const majorIllness = listOf(
  shape({
    scheme,
    fromFen: fen,
    tiers: listOf(shape({ toFen: nullable(fen), ratio: share })),
    capFen: fen,
    includesPreself: flag,
  }),
);

/** Medical aid (医疗救助) by identity of the person on the day of service; `capFen` per year. */
export const medicalAid = listOf(
  shape({ identity: oneOf('EXTREMELY_POOR', 'LOW_INCOME'), deductibleFen: fen, ratio: share, capFen: fen }),
);

export type Deductible = Checked<typeof deductibles>[number];
export type PoolRatio = Checked<typeof poolRatios>[number];
export type PoolCap = Checked<typeof poolCaps>[number];
export type MajorIllnessPlan = Checked<typeof majorIllness>[number];
export type MedicalAidPlan = Checked<typeof medicalAid>[number];
