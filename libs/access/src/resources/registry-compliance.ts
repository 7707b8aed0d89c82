import type { FieldTree } from '../fields.js';
import { explained } from './explained.js';

const found: FieldTree = {
  ruleId: 'FACT',
  /** Id of an agreement, code of a worker, inspection item. */
  subject: 'ID',
  code: 'FACT',
  severity: 'FACT',
  status: 'FACT',
  expected: 'FACT',
  actual: 'FACT',
  source: 'PUBLIC',
  clause: 'PUBLIC',
  policyVersion: 'PUBLIC',
  owners: 'FACT',
  copies: 'FACT',
};

/** What the rules say about institutions. */
export const REGISTRY_COMPLIANCE_RESOURCES = {
  finding: {
    ...found,
    id: 'ID',
    institutionId: 'ID',
    division: 'PUBLIC',
    /** Of a finding that monitoring raised. */
    ownerRole: 'FACT',
    raisedAt: 'FACT',
    resolvedAt: 'FACT',
    reasonCode: 'FACT',
  },
  compliance: {
    institutionId: 'ID',
    on: 'FACT',
    medicallyCovered: explained('FACT'),
    rules: {
      ruleId: 'PUBLIC',
      zh: 'PUBLIC',
      outcome: 'FACT',
      because: 'FACT',
      expected: 'FACT',
      actual: 'FACT',
      source: 'PUBLIC',
      clause: 'PUBLIC',
      policyVersion: 'PUBLIC',
      findings: found,
    },
  },
  'agreement-coverage': {
    division: 'PUBLIC',
    on: 'FACT',
    scopes: {
      scope: 'FACT',
      institutions: 'FACT',
      covered: 'FACT',
      ratePercent: 'FACT',
      targets: { percent: 'FACT', met: 'FACT' },
    },
    source: 'PUBLIC',
    clause: 'PUBLIC',
    policyVersion: 'PUBLIC',
  },
} as const satisfies Record<string, FieldTree>;
