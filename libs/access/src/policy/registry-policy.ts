import { DEPARTMENTS, IDENTIFIED_ROLES } from '../roles.js';
import { forRoles, TO_ANYBODY, type PolicyRow } from './row.js';

const about = (resource: PolicyRow['resource']) => ({ resource, personal: false }) as const;

const toEverybody = { ...forRoles(IDENTIFIED_ROLES, 'ALL'), ...TO_ANYBODY };
const byDepartments = forRoles(DEPARTMENTS, 'SERVICE_REGION');

/** The policy library is open to whoever asks; what holds in a division is decided by its departments. Source: GOV-15. */
export const REGISTRY_POLICY_POLICY = [
  { action: 'policy-set.list', zh: '查询政策集', ...about('policy-set'), roles: toEverybody },
  { action: 'policy-set.read', zh: '查看政策集', ...about('policy-set'), roles: toEverybody },
  { action: 'policy-document.list', zh: '查询政策文件', ...about('policy-document'), roles: toEverybody },
  { action: 'policy-parameter.list', zh: '查询政策参数', ...about('policy-parameter'), roles: toEverybody },
  { action: 'policy-set.bind', zh: '政策模板适用', ...about('policy-set'), roles: byDepartments },
  { action: 'policy-set.end-value', zh: '终止政策取值', ...about('policy-set'), roles: byDepartments },
  { action: 'policy-draft.create', zh: '起草政策', ...about('policy-draft'), roles: byDepartments },
  { action: 'policy-draft.read', zh: '查看政策草案', ...about('policy-draft'), roles: byDepartments },
  { action: 'policy-draft.replace', zh: '修改政策草案', ...about('policy-draft'), roles: byDepartments },
  { action: 'policy-draft.publish', zh: '发布政策', ...about('policy-draft'), roles: byDepartments },
  { action: 'policy-draft.discard', zh: '废弃政策草案', ...about('policy-draft'), roles: byDepartments },
  { action: 'policy.dry-run', zh: '政策试算', ...about('policy-impact'), roles: byDepartments },
] as const satisfies readonly PolicyRow[];
