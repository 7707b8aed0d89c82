import { accessesByElder, type SealedEntry } from '@yiyang/access';
import { EVENT, type AccessRecordedV1 } from '@yiyang/contracts';
import type { Outbox, Tx } from '@yiyang/messaging';

/** An access entry names the caller's region; looks without one (an elder's own) belong to the nation. */
const NATION = '000000';

/** Looks per event: two of the longest would not fit into an event of 1 KB. */
const MOST_LOOKS = 1;

/** Says who looked at whom, in the transaction that seals the entries, so that the elder's own log misses none. */
export function accessEvents(outbox: Outbox): (tx: Tx, entries: readonly SealedEntry[]) => void {
  return (tx, entries) => {
    for (const accesses of accessesByElder(entries, MOST_LOOKS)) {
      const regioncode = accesses.entries[0]?.region ?? NATION;
      outbox.publish(tx, EVENT.accessRecordedV1, accesses.elderId, accesses as AccessRecordedV1, { regioncode });
    }
  };
}
