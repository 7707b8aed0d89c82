import type { FieldTree } from '../fields.js';

const value: FieldTree = {
  key: 'PUBLIC',
  row: 'PUBLIC',
  value: 'PUBLIC',
  validFrom: 'PUBLIC',
  validTo: 'PUBLIC',
  source: { document: 'PUBLIC', clause: 'PUBLIC' },
  version: 'PUBLIC',
};

const holding: FieldTree = { value: 'PUBLIC', division: 'PUBLIC', document: 'PUBLIC', clause: 'PUBLIC' };
const finding: FieldTree = { ruleId: 'FACT', subject: 'ID', code: 'FACT', severity: 'FACT', status: 'FACT' };

/** The policy library and the drafts of departments. */
export const REGISTRY_POLICY_RESOURCES = {
  'policy-set': {
    id: 'PUBLIC',
    name: 'PUBLIC',
    division: 'PUBLIC',
    version: 'PUBLIC',
    asOfVersion: 'PUBLIC',
    values: value,
    versions: { version: 'PUBLIC', publishedAt: 'PUBLIC', role: 'PUBLIC', draftId: 'FACT', templateId: 'PUBLIC' },
  },
  'policy-document': { document: 'PUBLIC', division: 'PUBLIC', values: value },
  'policy-parameter': { key: 'PUBLIC', row: 'PUBLIC', zh: 'PUBLIC' },
  'policy-draft': {
    id: 'ID',
    division: 'PUBLIC',
    baseVersion: 'FACT',
    status: 'FACT',
    values: value,
    publishedVersion: 'FACT',
    createdAt: 'FACT',
    version: 'FACT',
  },
  'policy-impact': {
    division: 'PUBLIC',
    on: 'PUBLIC',
    values: { key: 'PUBLIC', row: 'PUBLIC', before: holding, after: holding },
    paths: { kind: 'PUBLIC', hospitalLevel: 'PUBLIC', investmentOrigin: 'PUBLIC', before: 'PUBLIC', after: 'PUBLIC' },
    examined: 'FACT',
    items: { institutionId: 'ID', division: 'PUBLIC', gained: finding, lost: finding },
    nextCursor: 'FACT',
  },
} as const satisfies Record<string, FieldTree>;
