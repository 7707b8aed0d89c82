/** Growing waits with jitter: about `first`, then twice that, up to `most` milliseconds. */
export class Backoff {
  private tries = 0;

  constructor(
    private readonly first: number,
    private readonly most: number,
  ) {}

  /** How many waits were asked for since the last reset. */
  get attempts(): number {
    return this.tries;
  }

  next(): number {
    const wait = Math.min(this.most, this.first * 2 ** Math.min(this.tries++, 20));
    return wait * (0.5 + Math.random() / 2);
  }

  reset(): void {
    this.tries = 0;
  }
}
