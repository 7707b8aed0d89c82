import { setTimeout as sleep } from 'node:timers/promises';
import { refusal } from '@yiyang/decisions';

const WAIT_MILLISECONDS = 2000;

/**
 * Finds what a command refers to in the local copy, waiting briefly for an event that is still on its way, so that
 * "create, then use" works for a caller. Refuses with `UNKNOWN_REFERENCE` after 2 s.
 */
export async function knownReference<Row>(field: string, find: () => Promise<Row | undefined>): Promise<Row> {
  const until = performance.now() + WAIT_MILLISECONDS;
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    const row = await find();
    if (row !== undefined) return row;
    if (performance.now() + pause > until)
      throw refusal('UNKNOWN_REFERENCE', { fields: [{ path: field, rule: 'known to this platform' }] });
    await sleep(pause);
  }
}
