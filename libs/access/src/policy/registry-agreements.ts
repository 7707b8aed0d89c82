import { DEPARTMENTS, IDENTIFIED_ROLES, INSTITUTIONS, type Role } from '../roles.js';
import { forRoles, TO_ANYBODY, type PolicyRow } from './row.js';

/** Departments that supervise what institutions agree. Source: CON-10, 003篇三(二). */
const SUPERVISORS: readonly Role[] = ['HEALTH', 'CIVIL_AFFAIRS'];

const about = (resource: PolicyRow['resource']) => ({ resource, personal: false }) as const;

const byParties = forRoles(INSTITUTIONS, 'PARTY');
const byPartiesWithContacts = forRoles(INSTITUTIONS, 'PARTY', 'CARE');
const byInstitutions = forRoles(INSTITUTIONS, 'OWN');
const bySupervisors = forRoles(SUPERVISORS, 'SERVICE_REGION');
const byDepartments = forRoles(DEPARTMENTS, 'SERVICE_REGION');
const byEverybody = forRoles(IDENTIFIED_ROLES, 'ALL');

/** Agreements, liaison forms and alliances: what institutions agree with each other. */
export const REGISTRY_AGREEMENT_POLICY = [
  { action: 'agreement.propose', zh: '提出合作协议', ...about('agreement'), roles: byParties },
  { action: 'agreement.revise', zh: '修改协议草稿', ...about('agreement'), roles: byParties },
  { action: 'agreement.propose-draft', zh: '提出协议草稿', ...about('agreement'), roles: byParties },
  { action: 'agreement.sign', zh: '签署合作协议', ...about('agreement'), roles: byParties },
  { action: 'agreement.withdraw', zh: '撤回合作协议', ...about('agreement'), roles: byParties },
  {
    action: 'agreement.suspend',
    zh: '中止合作协议',
    ...about('agreement'),
    roles: { ...bySupervisors, ...byParties },
  },
  { action: 'agreement.cure', zh: '恢复合作协议', ...about('agreement'), roles: { ...bySupervisors, ...byParties } },
  {
    action: 'agreement.terminate',
    zh: '终止合作协议',
    ...about('agreement'),
    roles: { ...bySupervisors, ...byParties },
  },
  {
    action: 'agreement.record-check',
    zh: '登记协议检查',
    ...about('agreement'),
    roles: { ...bySupervisors, ...byParties },
  },
  {
    action: 'agreement.list-checks',
    zh: '查询协议检查',
    ...about('agreement-check'),
    roles: { ...byDepartments, ...byParties },
  },
  { action: 'agreement.read', zh: '查看合作协议', ...about('agreement'), roles: { ...byDepartments, ...byParties } },
  { action: 'liaison.fill', zh: '填写联系表', ...about('liaison-form'), roles: byPartiesWithContacts },
  { action: 'liaison.replace', zh: '修改联系表', ...about('liaison-form'), roles: byPartiesWithContacts },
  { action: 'liaison.end', zh: '停用联系表', ...about('liaison-form'), roles: byPartiesWithContacts },
  {
    action: 'liaison.read',
    zh: '查看联系表',
    ...about('liaison-form'),
    roles: { ...byDepartments, ...byPartiesWithContacts },
  },
  {
    action: 'liaison.list-contacts',
    zh: '查询责任医生和护士联系方式',
    ...about('liaison-contact'),
    roles: { ...byEverybody, ...TO_ANYBODY },
  },
  { action: 'alliance.found', zh: '发起联盟', ...about('alliance'), roles: byInstitutions },
  { action: 'alliance.revise', zh: '修改联盟章程和权责', ...about('alliance'), roles: byInstitutions },
  { action: 'alliance.activate', zh: '启动联盟', ...about('alliance'), roles: byInstitutions },
  { action: 'alliance.join', zh: '加入联盟', ...about('alliance'), roles: byInstitutions },
  { action: 'alliance.leave', zh: '退出联盟', ...about('alliance'), roles: byInstitutions },
  { action: 'alliance.read', zh: '查看联盟', ...about('alliance'), roles: byEverybody },
  { action: 'alliance.plan-visits', zh: '制定帮扶和巡诊计划', ...about('alliance-visit'), roles: byInstitutions },
  { action: 'alliance.record-visit', zh: '登记帮扶和巡诊', ...about('alliance-visit'), roles: byInstitutions },
  {
    action: 'alliance.read-visits',
    zh: '查询帮扶和巡诊',
    ...about('alliance-visit'),
    roles: { ...forRoles(DEPARTMENTS, 'ALL'), ...forRoles(INSTITUTIONS, 'ALL') },
  },
] as const satisfies readonly PolicyRow[];
