import { DEPARTMENTS, IDENTIFIED_ROLES, INSTITUTIONS, type Role } from '../roles.js';
import { forRoles, TO_ANYBODY, type PolicyRow } from './row.js';

const REGISTRARS: readonly Role[] = ['HEALTH', 'CIVIL_AFFAIRS'];
const byRegistrars = forRoles(REGISTRARS, 'SERVICE_REGION');
const byApplicants = { ...byRegistrars, ...forRoles(INSTITUTIONS, 'OWN') };

const application = { resource: 'application', personal: false, roles: byRegistrars } as const;
const institution = { resource: 'institution', personal: false, roles: byRegistrars } as const;

/** Steps of an application, guides, and what becomes of an institution after it was filed or licensed. */
export const REGISTRY_APPLICATION_POLICY = [
  { action: 'application.list', zh: '查询申请', ...application, roles: byApplicants },
  { action: 'application.revise', zh: '修改申请草稿', ...application, roles: byApplicants },
  { action: 'application.submit-draft', zh: '提交申请草稿', ...application, roles: byApplicants },
  { action: 'application.approve-establishment', zh: '批准设置', ...application },
  { action: 'application.ask-more', zh: '一次性告知补正', ...application },
  { action: 'application.resubmit', zh: '补正后再次提交', ...application, roles: byApplicants },
  { action: 'application.record-scope-change', zh: '登记业务范围变更', ...application },
  { action: 'application.withdraw', zh: '撤回申请', ...application, roles: byApplicants },
  {
    action: 'application.timeliness',
    zh: '查看绿色通道按时办结率',
    resource: 'application-timeliness',
    personal: false,
    roles: byRegistrars,
  },
  { action: 'guide.publish', zh: '发布办事指南', resource: 'guide', personal: false, roles: byRegistrars },
  {
    action: 'guide.list',
    zh: '查询办事指南',
    resource: 'guide',
    personal: false,
    roles: { ...forRoles(IDENTIFIED_ROLES, 'ALL'), ...TO_ANYBODY },
  },
  {
    action: 'guide.read',
    zh: '查看办事指南',
    resource: 'guide',
    personal: false,
    roles: { ...forRoles(IDENTIFIED_ROLES, 'ALL'), ...TO_ANYBODY },
  },
  { action: 'institution.rectify', zh: '责令整改', ...institution },
  { action: 'institution.suspend', zh: '责令停业', ...institution },
  { action: 'institution.restore', zh: '恢复运营', ...institution },
  { action: 'institution.close', zh: '停办', ...institution },
  { action: 'institution.force-exit', zh: '强制退出', ...institution },
  { action: 'institution.change-registration', zh: '变更登记事项', ...institution },
  {
    action: 'institution.history',
    zh: '查看机构变更历史',
    resource: 'institution-change',
    personal: false,
    roles: { ...forRoles(DEPARTMENTS, 'SERVICE_REGION'), ...forRoles(INSTITUTIONS, 'OWN') },
  },
  { action: 'qualification.suspend', zh: '暂停资质', ...institution },
  { action: 'qualification.restore', zh: '恢复资质', ...institution },
  { action: 'qualification.renew', zh: '延续资质', ...institution },
  { action: 'qualification.revoke', zh: '吊销资质', ...institution },
  { action: 'penalty.record', zh: '记录不良执业行为', ...institution },
  {
    action: 'penalty.list',
    zh: '查看失信惩戒公示',
    resource: 'penalty',
    personal: false,
    roles: { ...forRoles(IDENTIFIED_ROLES, 'ALL'), ...TO_ANYBODY },
  },
] as const satisfies readonly PolicyRow[];
