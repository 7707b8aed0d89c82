import { Injectable } from '@nestjs/common';

/** Another replica may have appended, which nobody tells this process. */
const LONGEST_WAIT_MILLISECONDS = 500;

/** Wakes open streams when something was appended. */
@Injectable()
export class FeedNews {
  private readonly waiting = new Set<() => void>();

  raise(): void {
    for (const wake of this.waiting) wake();
  }

  /** Resolves at the next append of this process, at the latest after half a second. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, LONGEST_WAIT_MILLISECONDS);
      this.waiting.add(wake);
    });
  }
}
