export * from './check.js';
export { bandOf } from './facility-values.js';
export type {
  BedConversionRule,
  MedicalFacilityBand,
  MedicalFacilityByBeds,
  PriceRegimeLine,
  RehabFacilityByBeds,
} from './facility-values.js';
export { isPolicyKey, isPolicyValue, PARAMETERS } from './parameters.js';
export type { ParameterKey, PolicyKey, PolicyValue, RuleId, RuleKey } from './parameters.js';
export * from './policy-set.js';
export * from './resolve-policy.js';
export type { Deductible, MajorIllnessPlan, MedicalAidPlan, PoolCap, PoolRatio } from './settlement-values.js';
export * from './sets/index.js';
export * from './sourced.js';
export type { ContractCoverage, Demonstration, LtciPilot, ShareTarget } from './target-values.js';
