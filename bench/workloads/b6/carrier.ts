/** The rawest way to get one message from here to there with one driver, kept open over all runs. */
export interface Carrier {
  readonly driver: 'postgres' | 'kafka';
  /** Resolves with the milliseconds from the call until a reader had the message in hand; it is durable by then. */
  carry(payload: string): Promise<number>;
  stop(): Promise<void>;
}

/** Messages under way: who waits for which. */
export class Waiting {
  private readonly byPayload = new Map<string, () => void>();

  /** Resolves when `arrived` is called with the same payload. */
  expect(payload: string): Promise<void> {
    return new Promise((resolve) => this.byPayload.set(payload, resolve));
  }

  arrived(payload: string): void {
    this.byPayload.get(payload)?.();
    this.byPayload.delete(payload);
  }
}
