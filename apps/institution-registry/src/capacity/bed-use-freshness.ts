import { Injectable } from '@nestjs/common';
import { Messaging } from '@yiyang/messaging';
import { Clock } from '@yiyang/persistence';

const CONSUMER = 'bed-use-copy';
const LOOK_EVERY_MS = 1000;

/** Until when the copy of use is whole: the last time it was seen to have read everything that referral has said. */
@Injectable()
export class BedUseFreshness {
  private lookedAt = Number.NEGATIVE_INFINITY;
  private looking: Promise<void> | undefined;
  private wholeAt: Date | undefined;

  constructor(
    private readonly messaging: Messaging,
    private readonly clock: Clock,
  ) {}

  /** Looks at most once a second; an unreachable bus lets the figures grow old instead of failing. */
  async seen(): Promise<Date | undefined> {
    if (performance.now() - this.lookedAt >= LOOK_EVERY_MS) {
      this.lookedAt = performance.now();
      this.looking = this.look().catch(() => undefined);
    }
    await this.looking;
    return this.wholeAt;
  }

  private async look(): Promise<void> {
    const at = this.clock.now();
    const progress = await this.messaging.transport.subscriptions.get(CONSUMER)?.progress();
    if (progress?.every(({ lag }) => lag === 0n)) this.wholeAt = at;
  }
}
