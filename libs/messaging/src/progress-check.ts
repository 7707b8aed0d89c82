import type { HealthCheck } from '@yiyang/observability';
import type { RunningSubscription, TopicProgress } from './bus/event-bus.js';

/**
 * Liveness that means progress: every topic was read to its end or its position moved within `patience`. A bus that does
 * not answer is no reason to restart this process, so it counts as alive.
 */
export function progressCheck(
  subscriptions: () => ReadonlyMap<string, RunningSubscription>,
  patienceMilliseconds = 60_000,
  now: () => number = Date.now,
): HealthCheck {
  const lastMove = new Map<string, { position: bigint; at: number }>();
  const isMoving = (key: string, { position, lag }: TopicProgress): boolean => {
    const last = lastMove.get(key);
    if (!last || last.position !== position || lag <= 0n) lastMove.set(key, { position, at: now() });
    return now() - (lastMove.get(key)?.at ?? 0) <= patienceMilliseconds;
  };
  return async () => {
    for (const [consumer, subscription] of subscriptions()) {
      let topics: TopicProgress[];
      try {
        topics = await subscription.progress();
      } catch {
        return { ok: true, detail: 'BUS_UNREACHABLE' };
      }
      const stuck = topics.find((topic) => !isMoving(`${consumer} ${topic.topic}`, topic));
      if (stuck) return { ok: false, detail: `NO_PROGRESS ${consumer} ${stuck.topic}` };
    }
    return { ok: true };
  };
}
