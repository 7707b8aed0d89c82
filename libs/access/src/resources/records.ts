import type { FieldTree } from '../fields.js';
import { because } from './explained.js';

const ASSESSMENT = {
  id: 'ID',
  elderId: 'ID',
  assessorId: 'ID',
  scale: 'FACT',
  scaleVersion: 'FACT',
  assessedOn: 'FACT',
  validTo: 'FACT',
  total: 'HEALTH',
  items: 'HEALTH',
  dementia: 'HEALTH',
  coma: 'HEALTH',
  riskEvents: 'HEALTH',
  initialLevel: 'HEALTH',
  level: 'HEALTH',
  adjustments: 'HEALTH',
  because: because('HEALTH'),
  version: 'FACT',
} as const satisfies FieldTree;

const DOCUMENT = {
  id: 'ID',
  elderId: 'ID',
  type: 'FACT',
  institutionId: 'ID',
  referralId: 'ID',
  sourceId: 'ID',
  sections: 'FREE_TEXT',
  addedAt: 'FACT',
  version: 'FACT',
} as const satisfies FieldTree;

const GRANT = {
  id: 'ID',
  referralId: 'ID',
  institutionId: 'ID',
  openedAt: 'FACT',
  endsOn: 'FACT',
  endedAt: 'FACT',
} as const satisfies FieldTree;

/** What health-records answers: the elder's own data. */
export const RECORD_RESOURCES = {
  elder: {
    id: 'ID',
    name: 'IDENTITY',
    idNumber: 'IDENTITY',
    birthDate: 'IDENTITY',
    birthYear: 'FACT',
    sex: 'IDENTITY',
    phone: 'CONTACT',
    address: 'CONTACT',
    residenceRegion: 'FACT',
    insuredRegion: 'FACT',
    scheme: 'FACT',
    personType: 'FACT',
    abilityLevel: 'HEALTH',
    registeredAt: 'FACT',
    version: 'FACT',
  },
  'elder-client': { elderId: 'ID', clientId: 'ID', boundAt: 'FACT', version: 'FACT' },
  consent: {
    id: 'ID',
    elderId: 'ID',
    status: 'FACT',
    giver: { kind: 'FACT', relation: 'IDENTITY', proof: 'FREE_TEXT' },
    recipients: 'FACT',
    purposes: 'FACT',
    dataClasses: 'FACT',
    consentVersion: 'FACT',
    validFrom: 'FACT',
    validTo: 'FACT',
    givenAt: 'FACT',
    withdrawnAt: 'FACT',
    version: 'FACT',
  },
  assessment: ASSESSMENT,
  document: DOCUMENT,
  record: { elderId: 'ID', assessments: ASSESSMENT, documents: DOCUMENT, grants: GRANT },
  'access-log': {
    entryId: 'ID',
    at: 'FACT',
    role: 'FACT',
    organisationId: 'ID',
    region: 'FACT',
    purpose: 'FACT',
    action: 'FACT',
    outcome: 'FACT',
    emergency: 'FACT',
  },
} as const satisfies Record<string, FieldTree>;
