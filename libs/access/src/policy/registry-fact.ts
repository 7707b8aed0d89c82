import { DEPARTMENTS, IDENTIFIED_ROLES, INSTITUTIONS, type Role } from '../roles.js';
import { forRoles, TO_ANYBODY, type PolicyRow } from './row.js';

const about = (resource: PolicyRow['resource']) => ({ resource, personal: false }) as const;

/** Which of them states which fact is the domain's decision. Sources: REG-18 to REG-61. */
const STATERS: readonly Role[] = ['HEALTH', 'CIVIL_AFFAIRS'];

/** The staff of an institution are known to itself and to those two departments; others see the facts without them. */
const byStaters = {
  ...forRoles(STATERS, 'SERVICE_REGION', 'IDENTITY'),
  ...forRoles(INSTITUTIONS, 'OWN', 'IDENTITY'),
};

/** Facts of institutions and what is reported of them. */
export const REGISTRY_FACT_POLICY = [
  { action: 'fact.state', zh: '填报事项', ...about('fact'), roles: byStaters },
  { action: 'fact.end', zh: '终止事项', ...about('fact'), roles: byStaters },
  { action: 'fact.correct', zh: '更正事项', ...about('fact'), roles: byStaters },
  { action: 'fact.retract', zh: '撤回事项', ...about('fact'), roles: byStaters },
  {
    action: 'fact.read',
    zh: '查看事项',
    ...about('fact'),
    roles: { ...byStaters, ...forRoles(['INSURANCE'], 'SERVICE_REGION') },
  },
  {
    action: 'report.read',
    zh: '查看事项统计',
    ...about('fact-report'),
    roles: forRoles(DEPARTMENTS, 'SERVICE_REGION'),
  },
  {
    action: 'fact-type.read',
    zh: '查看事项类型',
    ...about('fact-type'),
    roles: { ...forRoles(IDENTIFIED_ROLES, 'ALL'), ...TO_ANYBODY },
  },
] as const satisfies readonly PolicyRow[];
