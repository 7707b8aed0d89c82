import type { Role } from '../roles.js';

/** What the elder may know of an entry; ids and codes only. */
export interface SealedEntry {
  readonly entryId: string;
  readonly at: Date;
  readonly role: Role | 'ANONYMOUS';
  readonly organisationId: string | null;
  readonly region: string | null;
  readonly purpose: string | null;
  readonly action: string;
  readonly outcome: 'ALLOWED' | 'REFUSED';
  readonly emergency: boolean;
  readonly elderId: string | null;
}

/** Looks at one elder, for one event. */
export interface ElderAccesses {
  readonly elderId: string;
  readonly entries: readonly {
    readonly entryId: string;
    readonly at: string;
    readonly role: string;
    readonly organisationId?: string;
    readonly region?: string;
    readonly purpose: string;
    readonly action: string;
    readonly outcome: 'ALLOWED' | 'REFUSED';
    readonly emergency: boolean;
  }[];
}

/**
 * Groups entries by elder, at most `most` together, in their order. Entries without an elder are left out, and those
 * without a caller: whoever has no token could fill an elder's log with noise.
 */
export function accessesByElder(entries: readonly SealedEntry[], most = 5): ElderAccesses[] {
  const byElder = Map.groupBy(
    entries.filter((entry) => entry.elderId !== null && entry.purpose !== null && entry.role !== 'ANONYMOUS'),
    (entry) => entry.elderId as string,
  );
  return [...byElder].flatMap(([elderId, accesses]) =>
    Array.from({ length: Math.ceil(accesses.length / most) }, (_, i) => ({
      elderId,
      entries: accesses.slice(i * most, (i + 1) * most).map(withoutElder),
    })),
  );
}

function withoutElder(entry: SealedEntry): ElderAccesses['entries'][number] {
  return {
    entryId: entry.entryId,
    at: entry.at.toISOString(),
    role: entry.role,
    ...(entry.organisationId !== null && { organisationId: entry.organisationId }),
    ...(entry.region !== null && { region: entry.region }),
    purpose: entry.purpose as string,
    action: entry.action,
    outcome: entry.outcome,
    emergency: entry.emergency,
  };
}
