import { INSTITUTIONS } from '../roles.js';
import { forRoles, type PolicyRow } from './row.js';

const about = (resource: PolicyRow['resource']) => ({ resource, personal: false }) as const;

/** Both departments see what is found in their region, whoever of them sees to it; an institution sees its own. Source: GOV-01..GOV-03. */
const SUPERVISORS = forRoles(['HEALTH', 'CIVIL_AFFAIRS'], 'SERVICE_REGION');
const supervisorsAndOwn = { ...SUPERVISORS, ...forRoles(INSTITUTIONS, 'OWN') };

export const REGISTRY_COMPLIANCE_POLICY = [
  { action: 'finding.list', zh: '查询合规问题', ...about('finding'), roles: supervisorsAndOwn },
  { action: 'institution.findings', zh: '查看机构合规问题', ...about('finding'), roles: supervisorsAndOwn },
  { action: 'institution.compliance', zh: '查看机构合规情况', ...about('compliance'), roles: supervisorsAndOwn },
  { action: 'agreement.coverage', zh: '统计签约覆盖率', ...about('agreement-coverage'), roles: SUPERVISORS },
  { action: 'agreement.uncovered', zh: '查询未签约养老机构', ...about('institution'), roles: SUPERVISORS },
] as const satisfies readonly PolicyRow[];
