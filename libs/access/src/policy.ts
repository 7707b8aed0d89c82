import { createHash } from 'node:crypto';
import { VIEWS } from './fields.js';
import { PLATFORM_POLICY } from './policy/platform.js';
import { PROHIBITIONS } from './policy/prohibitions.js';
import { RECORD_POLICY } from './policy/records.js';
import { REFERRAL_POLICY } from './policy/referral.js';
import { REGISTRY_COMPLIANCE_POLICY } from './policy/registry-compliance.js';
import { REGISTRY_POLICY_POLICY } from './policy/registry-policy.js';
import { REGISTRY_APPLICATION_POLICY } from './policy/registry-application.js';
import { REGISTRY_PRICE_POLICY } from './policy/registry-price.js';
import { REGISTRY_AGREEMENT_POLICY } from './policy/registry-agreements.js';
import { REGISTRY_COMPLAINT_POLICY } from './policy/registry-complaint.js';
import { REGISTRY_SURVEY_POLICY } from './policy/registry-survey.js';
import { REGISTRY_POLICY } from './policy/registry.js';
import { REGISTRY_BED_POLICY } from './policy/registry-beds.js';
import type { PolicyRow } from './policy/row.js';
import { REGISTRY_FACT_POLICY } from './policy/registry-fact.js';
import { SETTLEMENT_POLICY } from './policy/settlement.js';
import { RESOURCES, type Resource } from './resources.js';
import type { Role } from './roles.js';

/** The whole policy: one row per action. What is not here is refused. */
export const POLICY = [
  ...REGISTRY_POLICY,
  ...REGISTRY_COMPLIANCE_POLICY,
  ...REGISTRY_APPLICATION_POLICY,
  ...REGISTRY_PRICE_POLICY,
  ...REGISTRY_POLICY_POLICY,
  ...REGISTRY_FACT_POLICY,
  ...REGISTRY_AGREEMENT_POLICY,
  ...REGISTRY_SURVEY_POLICY,
  ...REGISTRY_BED_POLICY,
  ...REGISTRY_COMPLAINT_POLICY,
  ...RECORD_POLICY,
  ...REFERRAL_POLICY,
  ...SETTLEMENT_POLICY,
  ...PLATFORM_POLICY,
] as const satisfies readonly PolicyRow[];

export type Action = (typeof POLICY)[number]['action'];

/** Resources whose events an integrator may follow, as references without content. */
export const INTEGRATOR_FEED: readonly Resource[] = [
  'institution',
  'bed-change',
  'free-beds',
  'agreement',
  'price-list',
  'application',
  'penalty',
  'fact',
  'liaison-form',
  'alliance',
  'alliance-visit',
  'policy',
  'elder',
  'record',
  'assessment',
  'document',
  'consent',
  'referral',
  'ledger-entry',
  'care-state',
  'bed-use',
  'designation',
  'claim',
  'indicator',
  'finding',
];

const rows = new Map<string, PolicyRow>(POLICY.map((row) => [row.action, row]));
if (rows.size !== POLICY.length) throw new Error('an action stands twice in the policy table');

/** The row of an action, or undefined for an action that nobody may do. */
export function policyRow(action: string): PolicyRow | undefined {
  return rows.get(action);
}

/** The prohibition that keeps this role from this row, if there is one. */
export function prohibitionOf(role: Role, row: PolicyRow): (typeof PROHIBITIONS)[number] | undefined {
  return PROHIBITIONS.find(
    (entry) => entry.role === role && (entry.resources?.includes(row.resource) || entry.actions?.includes(row.action)),
  );
}

/** Actions that a role may call; for the department views of the API. */
export function actionsOf(role: Role): Action[] {
  return POLICY.filter((row: PolicyRow) => row.roles[role] && !prohibitionOf(role, row)).map((row) => row.action);
}

/** Is the action about elders, so that its refusals are audited too? Unknown actions count as such. */
export function isPersonal(action: string): boolean {
  return rows.get(action)?.personal ?? true;
}

/** Names the content of the policy: the first 16 digits of its SM3. Stands in every grant and audit entry. */
export const POLICY_VERSION = createHash('sm3')
  .update(JSON.stringify([POLICY, PROHIBITIONS, INTEGRATOR_FEED, VIEWS, RESOURCES]))
  .digest('hex')
  .slice(0, 16);
