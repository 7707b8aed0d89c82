import { DEPARTMENTS, IDENTIFIED_ROLES, INSTITUTIONS } from '../roles.js';
import { forRoles, TO_ANYBODY, type PolicyRow } from './row.js';

const about = (resource: PolicyRow['resource']) => ({ resource, personal: false }) as const;

// How many beds may be, for whom they are reserved and what they are changed into stands in the filing or licence, so the
// department of the institution's side says it (REG-03, REG-04, REG-22, REG-23). How many of them are open, or shut for
// repair, the institution itself knows (REG-21).
const byRegistrars = forRoles(['HEALTH', 'CIVIL_AFFAIRS'], 'SERVICE_REGION');
const byInstitutions = forRoles(INSTITUTIONS, 'OWN');
const byEverybody = forRoles(IDENTIFIED_ROLES, 'ALL');

/** Beds of an institution, the search for free ones, and their public list. Sources: REG-21, REG-22, REG-23, REG-47. */
export const REGISTRY_BED_POLICY = [
  { action: 'bed.read', zh: '查看床位', ...about('institution-beds'), roles: byEverybody },
  { action: 'bed.approve', zh: '核定床位', ...about('bed-change'), roles: byRegistrars },
  { action: 'bed.convert', zh: '床位转换', ...about('bed-change'), roles: byRegistrars },
  { action: 'bed.operate', zh: '开放和停用床位', ...about('bed-change'), roles: byInstitutions },
  { action: 'bed.offer', zh: '床位接收条件', ...about('institution-beds'), roles: byInstitutions },
  {
    action: 'bed-change.withdraw',
    zh: '撤回床位变更',
    ...about('bed-change'),
    roles: { ...byRegistrars, ...byInstitutions },
  },
  {
    action: 'bed-change.read',
    zh: '查看床位变更',
    ...about('bed-change'),
    roles: { ...forRoles(DEPARTMENTS, 'SERVICE_REGION'), ...byInstitutions },
  },
  {
    action: 'institution.locate',
    zh: '登记机构位置',
    ...about('institution-beds'),
    roles: { ...byRegistrars, ...byInstitutions },
  },
  { action: 'capacity.search', zh: '查询可用床位', ...about('capacity'), roles: byEverybody },
  {
    action: 'free-beds.list',
    zh: '公开空余床位',
    ...about('free-beds'),
    roles: { ...byEverybody, ...TO_ANYBODY },
  },
] as const satisfies readonly PolicyRow[];
