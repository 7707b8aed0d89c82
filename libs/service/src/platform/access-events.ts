import type { SealedEntry } from '@yiyang/access';
import { EVENT, type AccessRecordedV1 } from '@yiyang/contracts';
import type { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';

const MOST_ENTRIES = 5;

/** Says who looked at whom, in the transaction that seals the entries, so that the elder's own log misses none. */
export function accessEvents(outbox: Outbox): (tx: Tx, entries: readonly SealedEntry[]) => void {
  return (tx, entries) => {
    const byElder = Map.groupBy(
      entries.filter((entry) => entry.elderId !== null),
      (entry) => entry.elderId as string,
    );
    for (const [elderId, looked] of byElder) {
      for (let i = 0; i < looked.length; i += MOST_ENTRIES) {
        const batch = looked.slice(i, i + MOST_ENTRIES);
        const regioncode = batch[0]?.region ?? '000000';
        outbox.publish(tx, EVENT.accessRecordedV1, elderId, { elderId, entries: batch.map(toEvent) }, { regioncode });
      }
    }
  };
}

function toEvent(entry: SealedEntry): AccessRecordedV1['entries'][number] {
  const { entryId, at, role, organisationId, region, purpose, action, outcome, emergency } = entry;
  return {
    entryId,
    at: at.toISOString(),
    role,
    ...(organisationId && { organisationId }),
    ...(region && { region }),
    purpose,
    action,
    outcome,
    emergency,
  } as AccessRecordedV1['entries'][number];
}
