import { DEPARTMENTS, IDENTIFIED_ROLES, type Role } from '../roles.js';
import { forRoles, type PolicyRow } from './row.js';

const about = (resource: PolicyRow['resource']) => ({ resource, personal: false }) as const;

const CALLERS_OF_COMMANDS = IDENTIFIED_ROLES.filter((role) => role !== 'INTEGRATOR');
const READERS_OF_EVENTS: readonly Role[] = [...DEPARTMENTS, 'INTEGRATOR'];

/** Actions of monitoring, the gateway and every service. Source: OPS-04. */
export const PLATFORM_POLICY = [
  {
    action: 'indicator.read',
    zh: '查看监测指标',
    ...about('indicator'),
    roles: forRoles(DEPARTMENTS, 'SERVICE_REGION'),
  },
  {
    action: 'operation.read',
    zh: '查询调用结果',
    ...about('operation'),
    roles: forRoles(CALLERS_OF_COMMANDS, 'CLIENT'),
  },
  { action: 'audit.verify', zh: '核验审计链', ...about('audit'), roles: forRoles(DEPARTMENTS, 'ALL') },
  {
    action: 'deadline.list',
    zh: '查看办理时限',
    ...about('deadline'),
    roles: forRoles(DEPARTMENTS, 'SERVICE_REGION'),
  },
  { action: 'dead-letter.list', zh: '查看死信', ...about('dead-letter'), roles: forRoles(DEPARTMENTS, 'ALL') },
  { action: 'dead-letter.redrive', zh: '重新投递死信', ...about('dead-letter'), roles: forRoles(DEPARTMENTS, 'ALL') },
  {
    action: 'event.read',
    zh: '订阅外发事件',
    ...about('event'),
    roles: forRoles(READERS_OF_EVENTS, 'SERVICE_REGION', 'REFERENCES'),
  },
] as const satisfies readonly PolicyRow[];
