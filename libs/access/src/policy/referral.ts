import { IDENTIFIED_ROLES } from '../roles.js';
import { cell, forRoles, type PolicyRow } from './row.js';

const about = (resource: PolicyRow['resource']) => ({ resource, personal: true }) as const;

const own = {
  CARE_INST: cell('OWN', 'CARE', 'REFERRAL', 'CARE'),
  MED_INST: cell('OWN', 'CARE', 'REFERRAL', 'TREATMENT'),
};
const party = {
  CARE_INST: cell('PARTY', 'CARE', 'REFERRAL', 'CARE'),
  MED_INST: cell('PARTY', 'CARE', 'REFERRAL', 'TREATMENT'),
};

// A referral across divisions concerns the departments of both; the insurer pays where the person is insured.
const departments = {
  HEALTH: cell('ANY_OF_REGIONS', 'REFERENCES', 'SUPERVISION'),
  CIVIL_AFFAIRS: cell('ANY_OF_REGIONS', 'REFERENCES', 'SUPERVISION'),
  INSURANCE: cell('INSURED_REGION', 'REFERENCES', 'SUPERVISION', 'SETTLEMENT'),
};

/** Actions of referral. Which side may do what, and when, is decided by the referral itself. Source: REF-05..REF-13. */
export const REFERRAL_POLICY = [
  {
    action: 'stay.admit-resident',
    zh: '办理入住',
    ...about('bed-use'),
    roles: { CARE_INST: cell('OWN', 'CARE', 'CARE', 'REFERRAL') },
  },
  {
    action: 'care-state.read',
    zh: '查看住院休养状态',
    ...about('care-state'),
    roles: {
      CARE_INST: cell('RELATION', 'CARE', 'REFERRAL', 'CARE'),
      MED_INST: cell('RELATION', 'CARE', 'REFERRAL', 'TREATMENT'),
      ELDER: cell('SELF', 'SELF', 'SELF'),
      HEALTH: cell('RESIDENCE_REGION', 'HEALTH', 'SUPERVISION'),
      CIVIL_AFFAIRS: cell('RESIDENCE_REGION', 'HEALTH', 'SUPERVISION', 'ASSESSMENT'),
      INSURANCE: cell('INSURED_REGION', 'REFERENCES', 'SUPERVISION', 'SETTLEMENT'),
    },
  },
  { action: 'referral.request', zh: '发起转诊', ...about('referral'), roles: own },
  { action: 'referral.list', zh: '查询转诊', ...about('referral'), roles: { ...party, ...departments } },
  {
    action: 'referral.read',
    zh: '查看转诊',
    ...about('referral'),
    roles: { ...party, ...departments, ELDER: cell('SELF', 'SELF', 'SELF') },
  },
  { action: 'referral.accept', zh: '接收转诊', ...about('referral'), roles: party },
  { action: 'referral.reject', zh: '拒绝转诊', ...about('referral'), roles: party },
  { action: 'referral.cancel', zh: '撤销转诊', ...about('referral'), roles: party },
  { action: 'referral.dispatch', zh: '转出', ...about('referral'), roles: party },
  { action: 'referral.receive', zh: '到达接收', ...about('referral'), roles: party },
  { action: 'referral.admit', zh: '办理入院', ...about('referral'), roles: party },
  { action: 'referral.complete', zh: '完成转诊', ...about('referral'), roles: party },
  {
    action: 'ledger.list',
    zh: '查询转诊台账',
    ...about('ledger-entry'),
    roles: {
      ...own,
      HEALTH: cell('SERVICE_REGION', 'REFERENCES', 'SUPERVISION'),
      CIVIL_AFFAIRS: cell('SERVICE_REGION', 'REFERENCES', 'SUPERVISION'),
      INSURANCE: cell('SERVICE_REGION', 'REFERENCES', 'SUPERVISION', 'SETTLEMENT'),
    },
  },
  { action: 'bed-use.list', zh: '查询床位使用', ...about('bed-use'), roles: own },
  {
    action: 'bed-use.summary',
    zh: '查询床位余量',
    resource: 'bed-use-summary',
    personal: false,
    roles: forRoles(IDENTIFIED_ROLES, 'ALL'),
  },
] as const satisfies readonly PolicyRow[];
