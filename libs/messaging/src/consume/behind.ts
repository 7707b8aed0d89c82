import type { Tx } from '@yiyang/persistence';
import type { Verdict } from './held-event.js';

const EARLIER_HELD = `
  select 1 as held from held_event
  where consumer = $1 and topic = $2 and source = $3 and aggregate_id = $4 and sequence < $5 limit 1`;

/** Why an event that is not the next of its stream waits: for an earlier one that is held, or for one that is missing. */
export async function whyBehind(
  tx: Tx,
  stream: readonly [consumer: string, topic: string, source: string, aggregateId: string],
  sequence: number | bigint,
): Promise<Verdict> {
  const earlier = await tx.find(EARLIER_HELD, [...stream, sequence]);
  if (earlier) return { state: 'QUEUED', reason: 'BEHIND_HELD_EVENT' };
  return { state: 'PARKED', reason: 'SEQUENCE_GAP' };
}
