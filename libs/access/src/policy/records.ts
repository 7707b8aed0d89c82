import { cell, type PolicyRow } from './row.js';

const about = (resource: PolicyRow['resource']) => ({ resource, personal: true }) as const;

const careSide = cell('RELATION', 'CARE', 'CARE', 'REFERRAL');
const medicalSide = cell('RELATION', 'CARE', 'TREATMENT', 'REFERRAL');
const bothSides = { CARE_INST: careSide, MED_INST: medicalSide };
const self = { ELDER: cell('SELF', 'SELF', 'SELF') };

/** Actions of health-records. Source: REC-08, REC-31, standards §14 "Access by department". */
export const RECORD_POLICY = [
  {
    action: 'elder.register',
    zh: '登记老人',
    ...about('elder'),
    // The institution becomes the elder's registering institution by this, so no relation is asked for before.
    roles: {
      CARE_INST: cell('OWN', 'REFERENCES', 'CARE', 'REFERRAL'),
      MED_INST: cell('OWN', 'REFERENCES', 'TREATMENT', 'REFERRAL'),
    },
  },
  {
    action: 'elder.read',
    zh: '查看老人信息',
    ...about('elder'),
    roles: {
      ...bothSides,
      ...self,
      HEALTH: cell('RESIDENCE_REGION', 'IDENTITY_AND_HEALTH', 'SUPERVISION'),
      CIVIL_AFFAIRS: cell('RESIDENCE_REGION', 'IDENTITY_AND_HEALTH', 'SUPERVISION', 'ASSESSMENT'),
      INSURANCE: cell('INSURED_REGION', 'IDENTITY', 'SETTLEMENT', 'SUPERVISION'),
    },
  },
  {
    action: 'elder.bind-client',
    zh: '绑定老人客户端',
    ...about('elder-client'),
    roles: { CIVIL_AFFAIRS: cell('RESIDENCE_REGION', 'REFERENCES', 'ADMINISTRATION', 'SUPERVISION') },
  },
  { action: 'consent.give', zh: '登记知情同意', ...about('consent'), roles: { ...bothSides, ...self } },
  { action: 'consent.withdraw', zh: '撤回知情同意', ...about('consent'), roles: { ...bothSides, ...self } },
  { action: 'consent.read', zh: '查看知情同意', ...about('consent'), roles: { ...bothSides, ...self } },
  {
    action: 'assessment.record',
    zh: '记录能力评估',
    ...about('assessment'),
    roles: { CIVIL_AFFAIRS: cell('RESIDENCE_REGION', 'HEALTH', 'ASSESSMENT') },
  },
  {
    action: 'assessment.read',
    zh: '查看能力评估',
    ...about('assessment'),
    roles: {
      ...bothSides,
      ...self,
      HEALTH: cell('RESIDENCE_REGION', 'HEALTH', 'SUPERVISION'),
      CIVIL_AFFAIRS: cell('RESIDENCE_REGION', 'HEALTH', 'SUPERVISION', 'ASSESSMENT'),
    },
  },
  { action: 'document.add', zh: '添加健康文档', ...about('document'), roles: bothSides },
  {
    action: 'record.read',
    zh: '调阅健康档案',
    ...about('record'),
    roles: {
      CARE_INST: { ...careSide, consent: 'REQUIRED' },
      MED_INST: { ...medicalSide, consent: 'REQUIRED' },
      ...self,
      HEALTH: cell('RESIDENCE_REGION', 'HEALTH', 'SUPERVISION'),
    },
  },
  { action: 'access-log.read', zh: '查看本人访问记录', ...about('access-log'), roles: self },
] as const satisfies readonly PolicyRow[];
