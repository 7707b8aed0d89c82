import { DEPARTMENTS, INSTITUTIONS } from '../roles.js';
import { cell, forRoles, type PolicyRow } from './row.js';

const about = (resource: PolicyRow['resource']) => ({ resource, personal: true }) as const;
const aboutDesignation = { resource: 'designation', personal: false } as const;

const byInsurance = forRoles(['INSURANCE'], 'SERVICE_REGION');
const payer = cell('INSURED_REGION', 'CLAIM', 'SETTLEMENT', 'SUPERVISION');
const provider = cell('OWN', 'CLAIM', 'SETTLEMENT');
const self = cell('SELF', 'SELF', 'SELF');

/** Actions of settlement. Source: SET-01, SET-05; OPS-04 (the health department sees no money of persons). */
export const SETTLEMENT_POLICY = [
  {
    action: 'designation.apply',
    zh: '申请医保定点',
    ...aboutDesignation,
    roles: forRoles(['MED_INST'], 'OWN'),
  },
  { action: 'designation.accept', zh: '受理定点申请', ...aboutDesignation, roles: byInsurance },
  { action: 'designation.evaluate', zh: '定点评估', ...aboutDesignation, roles: byInsurance },
  { action: 'designation.sign-agreement', zh: '签订医保协议', ...aboutDesignation, roles: byInsurance },
  { action: 'designation.open-system', zh: '开通医保系统', ...aboutDesignation, roles: byInsurance },
  { action: 'designation.suspend', zh: '中止医保定点', ...aboutDesignation, roles: byInsurance },
  { action: 'designation.restore', zh: '恢复医保定点', ...aboutDesignation, roles: byInsurance },
  { action: 'designation.terminate', zh: '终止医保定点', ...aboutDesignation, roles: byInsurance },
  {
    action: 'designation.read',
    zh: '查看定点状态',
    ...aboutDesignation,
    roles: { ...forRoles(DEPARTMENTS, 'SERVICE_REGION'), ...forRoles(INSTITUTIONS, 'OWN') },
  },
  { action: 'claim.pre-settle', zh: '费用预结算', ...about('claim'), roles: { MED_INST: provider } },
  { action: 'claim.settle', zh: '费用结算', ...about('claim'), roles: { MED_INST: provider } },
  {
    action: 'claim.read',
    zh: '查看结算单',
    ...about('claim'),
    roles: { MED_INST: provider, INSURANCE: payer, ELDER: self },
  },
  { action: 'claim.cancel', zh: '撤销结算', ...about('claim'), roles: { MED_INST: provider, INSURANCE: payer } },
  {
    action: 'accumulation.read',
    zh: '查看年度累计',
    ...about('accumulation'),
    roles: { MED_INST: { ...provider, scope: 'RELATION' }, INSURANCE: payer, ELDER: self },
  },
] as const satisfies readonly PolicyRow[];
