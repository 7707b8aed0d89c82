import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
}

// Beside this file when compiled, beside the sources under test: either way the package's own module.
const load = createRequire(__filename);
let calmed = false;

/**
 * kafkajs 2.2.4 keeps a timer with a negative delay running on every idle connection: about 900 wake-ups a second each,
 * and a warning on Node 24 (its issue 1751, fix never released). Here the queue is looked at only while something waits.
 */
export function calmIdleConnections(): void {
  if (calmed) return;
  calmed = true;
  const { prototype } = load('kafkajs/src/network/requestQueue') as {
    prototype: RequestQueue & Record<string, unknown>;
  };
  prototype['scheduleCheckPendingRequests'] = function schedule(this: RequestQueue): void {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    const wait = Math.max(this.throttledUntil - Date.now(), 10);
    this.throttleCheckTimeoutId = setTimeout(() => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    }, wait);
  };
}
