import { IDENTIFIED_ROLES, INSTITUTIONS, type Role } from '../roles.js';
import { cell, forRoles, TO_ANYBODY, type PolicyRow } from './row.js';

/** Civil affairs for the care side, health for the medical side; which of them is the domain's decision. Source: REG-03, REG-04. */
const REGISTRARS: readonly Role[] = ['HEALTH', 'CIVIL_AFFAIRS'];

const about = (resource: PolicyRow['resource']) => ({ resource, personal: false }) as const;

const byRegistrars = forRoles(REGISTRARS, 'SERVICE_REGION');
const byInstitutions = forRoles(INSTITUTIONS, 'OWN');

/** Actions of institution-registry. */
export const REGISTRY_POLICY = [
  {
    action: 'application.submit',
    zh: '提交设置或备案申请',
    ...about('application'),
    roles: { ...byRegistrars, ...byInstitutions },
  },
  {
    action: 'application.read',
    zh: '查看申请',
    ...about('application'),
    roles: { ...byRegistrars, ...byInstitutions },
  },
  { action: 'application.accept', zh: '受理申请', ...about('application'), roles: byRegistrars },
  { action: 'application.file', zh: '办理备案', ...about('application'), roles: byRegistrars },
  { action: 'application.approve', zh: '批准执业', ...about('application'), roles: byRegistrars },
  { action: 'application.refuse', zh: '不予批准', ...about('application'), roles: byRegistrars },
  { action: 'institution.list', zh: '查询机构', ...about('institution'), roles: forRoles(IDENTIFIED_ROLES, 'ALL') },
  { action: 'institution.read', zh: '查看机构', ...about('institution'), roles: forRoles(IDENTIFIED_ROLES, 'ALL') },
  { action: 'institution.start-operation', zh: '开始运营', ...about('institution'), roles: byRegistrars },
  { action: 'institution.bind-client', zh: '绑定机构客户端', ...about('institution-client'), roles: byRegistrars },
  { action: 'institution.unbind-client', zh: '解绑机构客户端', ...about('institution-client'), roles: byRegistrars },
  { action: 'qualification.cancel', zh: '注销资质', ...about('institution'), roles: byRegistrars },
  {
    action: 'assessor.register',
    zh: '登记评估员',
    ...about('assessor'),
    roles: { CIVIL_AFFAIRS: cell('SERVICE_REGION', 'IDENTITY', 'ASSESSMENT', 'ADMINISTRATION', 'SUPERVISION') },
  },
  {
    action: 'assessor.set-validity',
    zh: '变更评估员证书有效期',
    ...about('assessor'),
    roles: { CIVIL_AFFAIRS: cell('SERVICE_REGION', 'IDENTITY', 'ASSESSMENT', 'ADMINISTRATION', 'SUPERVISION') },
  },
  {
    action: 'assessor.read',
    zh: '查看评估员',
    ...about('assessor'),
    roles: {
      CIVIL_AFFAIRS: cell('SERVICE_REGION', 'IDENTITY', 'ASSESSMENT', 'ADMINISTRATION', 'SUPERVISION'),
      HEALTH: cell('SERVICE_REGION', 'OPEN', 'SUPERVISION'),
    },
  },
  {
    action: 'policy.resolve',
    zh: '查询地方政策',
    ...about('policy'),
    roles: { ...forRoles(IDENTIFIED_ROLES, 'ALL'), ...TO_ANYBODY },
  },
] as const satisfies readonly PolicyRow[];
