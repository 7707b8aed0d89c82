import type { SealedEntry } from '@yiyang/access';
import { EVENT, type AccessRecordedV1 } from '@yiyang/contracts';
import type { Outbox, Tx } from '@yiyang/messaging';

type Look = AccessRecordedV1['entries'][number];

/** A look without a region (an elder's own) belongs to the nation. */
const NATION = '000000';

/**
 * Says who looked at whom, in the transaction that seals the entries, so that the elder's own log misses none. Requests
 * without a caller are left out: whoever has no token could fill an elder's log with noise. One look per event, because
 * two of the longest would not fit into an event of 1 KB.
 */
export function accessEvents(outbox: Outbox): (tx: Tx, entries: readonly SealedEntry[]) => void {
  return (tx, entries) => {
    for (const entry of entries) {
      const { elderId } = entry;
      if (elderId === null || entry.purpose === null || entry.role === 'ANONYMOUS') continue;
      const regioncode = entry.region ?? NATION;
      outbox.publish(tx, EVENT.accessRecordedV1, elderId, { elderId, entries: [lookOf(entry)] }, { regioncode });
    }
  };
}

function lookOf(entry: SealedEntry): Look {
  const { entryId, role, organisationId, region, purpose, action, outcome, emergency } = entry;
  return {
    entryId,
    at: entry.at.toISOString(),
    role,
    ...(organisationId !== null && { organisationId }),
    ...(region && { region }),
    purpose: purpose ?? '',
    action,
    outcome,
    emergency,
  };
}
