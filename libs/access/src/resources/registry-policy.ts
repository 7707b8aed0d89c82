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
} as const satisfies Record<string, FieldTree>;
