import type { FieldTree } from '../fields.js';

const COUNTS = { approved: 'PUBLIC', operating: 'PUBLIC', blocked: 'PUBLIC', reserved: 'PUBLIC' } as const;
const USE = { held: 'PUBLIC', occupied: 'PUBLIC', kept: 'PUBLIC', free: 'PUBLIC' } as const;

/** How many beds there are and are free: numbers, never a person. */
export const REGISTRY_BED_RESOURCES = {
  'institution-beds': {
    institutionId: 'ID',
    on: 'PUBLIC',
    items: {
      kind: 'PUBLIC',
      ...COUNTS,
      reservedShare: 'PUBLIC',
      use: { ...USE, blocked: 'PUBLIC', asOf: 'PUBLIC' },
      offer: { gender: 'PUBLIC', needsAssessment: 'PUBLIC', hasWaitlist: 'PUBLIC' },
    },
    location: { latitude: 'PUBLIC', longitude: 'PUBLIC' },
  },
  'bed-change': {
    id: 'ID',
    institutionId: 'ID',
    division: 'PUBLIC',
    status: 'FACT',
    effectiveOn: 'FACT',
    lines: { kind: 'FACT', approved: 'FACT', operating: 'FACT', blocked: 'FACT', reserved: 'FACT' },
    bedKind: 'FACT',
    count: 'FACT',
    spare: 'FACT',
    requestedAt: 'FACT',
    answeredAt: 'FACT',
    requestedBy: { role: 'FACT', organisationId: 'ID' },
    reasonCode: 'FACT',
  },
  capacity: {
    items: {
      institutionId: 'ID',
      name: 'PUBLIC',
      institutionKind: 'PUBLIC',
      division: 'PUBLIC',
      bedKind: 'PUBLIC',
      answer: 'PUBLIC',
      operating: 'PUBLIC',
      blocked: 'PUBLIC',
      ...USE,
      gender: 'PUBLIC',
      kilometres: 'PUBLIC',
      priceFen: 'PUBLIC',
      asOf: 'PUBLIC',
      ageSeconds: 'PUBLIC',
    },
    nextCursor: 'PUBLIC',
  },
  'free-beds': {
    items: {
      institutionId: 'ID',
      name: 'PUBLIC',
      division: 'PUBLIC',
      kind: 'PUBLIC',
      free: 'PUBLIC',
      priceFen: 'PUBLIC',
      updatedAt: 'PUBLIC',
      isFresh: 'PUBLIC',
    },
    nextCursor: 'PUBLIC',
  },
} as const satisfies Record<string, FieldTree>;
