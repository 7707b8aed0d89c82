import type { FieldTree } from '../fields.js';

/** Complaints about institutions. Who complained is told to nobody, only in which role. Source: REG-46. */
export const REGISTRY_COMPLAINT_RESOURCES = {
  complaint: {
    id: 'ID',
    institutionId: 'ID',
    division: 'PUBLIC',
    topic: 'FACT',
    status: 'FACT',
    complainantRole: 'FACT',
    filedAt: 'FACT',
    repliedAt: 'FACT',
    text: 'FREE_TEXT',
    reply: 'FREE_TEXT',
    version: 'FACT',
  },
  'complaint-figures': { institutionId: 'ID', received: 'PUBLIC', replied: 'PUBLIC', repliedPercent: 'PUBLIC' },
} as const satisfies Record<string, FieldTree>;
