import type { FieldTree } from './fields.js';
import { PLATFORM_RESOURCES } from './resources/platform.js';
import { RECORD_RESOURCES } from './resources/records.js';
import { REFERRAL_RESOURCES } from './resources/referral.js';
import { REGISTRY_COMPLIANCE_RESOURCES } from './resources/registry-compliance.js';
import { REGISTRY_POLICY_RESOURCES } from './resources/registry-policy.js';
import { REGISTRY_APPLICATION_RESOURCES } from './resources/registry-application.js';
import { REGISTRY_PRICE_RESOURCES } from './resources/registry-price.js';
import { REGISTRY_AGREEMENT_RESOURCES } from './resources/registry-agreements.js';
import { REGISTRY_COMPLAINT_RESOURCES } from './resources/registry-complaint.js';
import { REGISTRY_SURVEY_RESOURCES } from './resources/registry-survey.js';
import { REGISTRY_RESOURCES } from './resources/registry.js';
import { REGISTRY_FACT_RESOURCES } from './resources/registry-fact.js';
import { REGISTRY_BED_RESOURCES } from './resources/registry-beds.js';
import { SETTLEMENT_RESOURCES } from './resources/settlement.js';

/** Every field that may leave the platform, by resource. A field that is not listed here never goes out. */
export const RESOURCES = {
  ...REGISTRY_RESOURCES,
  ...REGISTRY_COMPLIANCE_RESOURCES,
  ...REGISTRY_APPLICATION_RESOURCES,
  ...REGISTRY_PRICE_RESOURCES,
  ...REGISTRY_POLICY_RESOURCES,
  ...REGISTRY_FACT_RESOURCES,
  ...REGISTRY_AGREEMENT_RESOURCES,
  ...REGISTRY_SURVEY_RESOURCES,
  ...REGISTRY_BED_RESOURCES,
  ...REGISTRY_COMPLAINT_RESOURCES,
  ...RECORD_RESOURCES,
  ...REFERRAL_RESOURCES,
  ...SETTLEMENT_RESOURCES,
  ...PLATFORM_RESOURCES,
} as const satisfies Record<string, FieldTree>;

export type Resource = keyof typeof RESOURCES;
