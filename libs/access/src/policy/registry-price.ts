import { IDENTIFIED_ROLES, INSTITUTIONS } from '../roles.js';
import { forRoles, TO_ANYBODY, type PolicyRow } from './row.js';

const about = { resource: 'price-list', personal: false } as const;

/** Prices are published by the institution or the department of its side, and read by whoever asks. Source: REG-46. */
export const REGISTRY_PRICE_POLICY = [
  {
    action: 'price-list.publish',
    zh: '公布收费项目和标准',
    ...about,
    roles: { ...forRoles(['HEALTH', 'CIVIL_AFFAIRS'], 'SERVICE_REGION'), ...forRoles(INSTITUTIONS, 'OWN') },
  },
  {
    action: 'price-list.read',
    zh: '查看收费项目和标准',
    ...about,
    roles: { ...forRoles(IDENTIFIED_ROLES, 'ALL'), ...TO_ANYBODY },
  },
] as const satisfies readonly PolicyRow[];
