import { ROLES, type Caller, type Role } from '@yiyang/access';
import type { ConfiguredClient } from './configured-client.js';

/** A client and whom it stands for: all of a caller that does not depend on the request. */
export type Client = Pick<
  Caller,
  'clientId' | 'role' | 'region' | 'purposes' | 'organisationId' | 'unitIds' | 'elderId'
>;

/** A binding that an event told: the client stands for this institution or elder. */
export interface ClientBinding {
  readonly clientId: string;
  readonly subjectId: string;
  readonly role: Role;
  /** Division of an institution; null for an elder, whose rights end at the own person. */
  readonly region: string | null;
  readonly unitIds: readonly string[];
}

/**
 * Whom a client stands for. Configuration wins over bindings, so that nobody takes over a department's client by binding
 * it; a client with two bindings stands for neither, whatever the order in which they were told.
 */
export function clientOf(
  configured: ConfiguredClient | undefined,
  bindings: readonly ClientBinding[],
): Client | undefined {
  if (configured) return configured;
  const [binding, ...others] = bindings;
  if (!binding || others.length > 0) return undefined;
  const { clientId, role, subjectId, region, unitIds } = binding;
  const client = { clientId, role, region: region ?? '', purposes: ROLES[role].purposes };
  if (role === 'ELDER') return { ...client, elderId: subjectId };
  return { ...client, organisationId: subjectId, ...(unitIds.length > 0 && { unitIds }) };
}
