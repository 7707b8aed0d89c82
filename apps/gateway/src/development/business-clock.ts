import { refusal } from '@yiyang/decisions';
import type { Clock, SharedClockOffset } from '@yiyang/persistence';
import type { ReplicaSet } from '../proxy/replica-set.js';
import type { Upstreams } from '../proxy/upstreams.js';

/** Where the business clock stands. */
export interface ClockReading {
  readonly now: Date;
  readonly offsetMilliseconds: number;
}

/** The business clock of the whole platform. Development only. */
export class BusinessClock {
  constructor(
    private readonly clock: Clock,
    private readonly offset: SharedClockOffset,
    private readonly upstreams: Upstreams,
    private readonly secret: string,
  ) {}

  read(): ClockReading {
    return { now: this.clock.now(), offsetMilliseconds: this.clock.offset };
  }

  /**
   * Moves all services, then the gateway. Refuses to go back, and with `UNAVAILABLE` when a service did not answer:
   * asking again moves those that were left.
   */
  async moveTo(offsetMilliseconds: number): Promise<ClockReading> {
    if (offsetMilliseconds < this.clock.offset)
      throw refusal('CLOCK_ONLY_FORWARD', { inputs: { offsetMilliseconds, current: this.clock.offset } });
    const moved = await Promise.all(this.upstreams.all.map((set) => this.move(set, offsetMilliseconds)));
    const left = moved.filter((service) => service !== undefined);
    if (left.length > 0) throw refusal('UNAVAILABLE', { inputs: { services: left } });
    await this.offset.store(offsetMilliseconds);
    return this.read();
  }

  /** @returns the service's name when it did not move. */
  private async move(set: ReplicaSet, offsetMilliseconds: number): Promise<string | undefined> {
    const headers = { 'content-type': 'application/json', 'x-internal-secret': this.secret };
    const body = Buffer.from(JSON.stringify({ offsetMilliseconds }));
    try {
      const answer = await set.call({ method: 'PUT', path: '/internal/clock', headers, body });
      return answer.status === 200 ? undefined : set.service;
    } catch {
      // Which fault it was does not matter here: the caller learns which service to look at.
      return set.service;
    }
  }
}
