import type { Role } from '../roles.js';
import { forRoles, type PolicyRow } from './row.js';

const SURVEYORS: readonly Role[] = ['HEALTH', 'CIVIL_AFFAIRS'];
const roles = forRoles(SURVEYORS, 'SERVICE_REGION');

/** The survey of institutions is the two departments' own. Source: REG-52. */
export const REGISTRY_SURVEY_POLICY = [
  { action: 'survey.import', zh: '导入机构调查表', resource: 'survey-import', personal: false, roles },
  { action: 'survey.read-import', zh: '查看机构调查导入情况', resource: 'survey-import', personal: false, roles },
  { action: 'survey.read', zh: '查看机构调查结果', resource: 'survey-entry', personal: false, roles },
] as const satisfies readonly PolicyRow[];
