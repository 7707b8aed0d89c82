import type { Resource } from '../resources.js';
import type { Role } from '../roles.js';

/** What a role must never get; wins over every cell that would allow it. */
export interface Prohibition {
  readonly role: Role;
  readonly resources?: readonly Resource[];
  readonly actions?: readonly string[];
  readonly source: string;
}

/** Source: requirements §5, column "Must not". */
export const PROHIBITIONS: readonly Prohibition[] = [
  { role: 'HEALTH', resources: ['claim', 'accumulation'], source: 'OPS-04' },
  { role: 'CIVIL_AFFAIRS', resources: ['record', 'document', 'claim', 'accumulation'], source: 'standards §14' },
  { role: 'INSURANCE', resources: ['record', 'document', 'assessment', 'consent'], source: 'standards §14' },
  { role: 'CARE_INST', resources: ['claim'], actions: ['designation.apply'], source: 'SET-05' },
  {
    role: 'INTEGRATOR',
    resources: ['elder', 'consent', 'assessment', 'document', 'record', 'access-log', 'claim', 'accumulation'],
    source: 'OPS-04',
  },
];
