import type { FieldTree } from '../fields.js';

const step: FieldTree = { text: 'PUBLIC', legalBasis: 'PUBLIC' };

/** What is answered about guides, time limits, changes and penalties. */
export const REGISTRY_APPLICATION_RESOURCES = {
  'application-timeliness': {
    from: 'FACT',
    to: 'FACT',
    inTime: 'FACT',
    late: 'FACT',
    open: 'FACT',
    overdue: 'FACT',
    ratePercent: 'FACT',
  },
  guide: {
    id: 'ID',
    division: 'PUBLIC',
    side: 'PUBLIC',
    kind: 'PUBLIC',
    path: 'PUBLIC',
    flow: step,
    conditions: step,
    materials: step,
    timeLimit: { workingDays: 'PUBLIC', legalBasis: 'PUBLIC' },
    publishedAt: 'PUBLIC',
    version: 'PUBLIC',
  },
  'institution-change': {
    id: 'ID',
    aspect: 'FACT',
    subject: 'ID',
    effectiveOn: 'FACT',
    recordedAt: 'FACT',
    action: 'FACT',
    reasonCode: 'FACT',
    by: { role: 'FACT', clientId: 'FACT', organisationId: 'ID' },
  },
  penalty: {
    id: 'ID',
    institutionId: 'ID',
    institutionName: 'PUBLIC',
    division: 'PUBLIC',
    conduct: 'PUBLIC',
    penalty: 'PUBLIC',
    legalBasis: 'PUBLIC',
    decidedOn: 'PUBLIC',
    listedTo: 'PUBLIC',
  },
} as const satisfies Record<string, FieldTree>;
