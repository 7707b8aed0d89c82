import type { Role } from '../roles.js';

/** What the elder may know of an entry; ids and codes only. */
export interface SealedEntry {
  readonly entryId: string;
  readonly at: Date;
  readonly role: Role | 'ANONYMOUS';
  readonly organisationId: string | null;
  readonly region: string | null;
  /** Null for a request without a caller. */
  readonly purpose: string | null;
  readonly action: string;
  readonly outcome: 'ALLOWED' | 'REFUSED';
  readonly emergency: boolean;
  /** Null for what is about nobody. */
  readonly elderId: string | null;
}
