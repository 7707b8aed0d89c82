import type { ServiceStack } from '@yiyang/testing';

const NOTHING_DUE = `
  select 1 where not exists (select from deadline where done_at is null and breached_at is null and paused_at is null
    and (due_at <= $1 or (warn_at <= $1 and warned_at is null)))`;

/** Acts on what is due, and waits for what the running sweeper has in hand at the same moment. */
export async function swept(stack: ServiceStack): Promise<void> {
  await stack.sweep();
  await stack.until(NOTHING_DUE, [stack.now]);
}
