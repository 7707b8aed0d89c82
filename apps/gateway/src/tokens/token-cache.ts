interface Entry {
  readonly clientId: string;
  /** Milliseconds since the epoch; from then on the token is bad. */
  readonly expires: number;
}

/** Tokens that were verified, by the SHA-256 of their text, until they expire. Bounded: the least recently used goes. */
export class TokenCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly capacity = 10_000) {}

  get size(): number {
    return this.entries.size;
  }

  find(digest: string, now: number): string | undefined {
    const entry = this.entries.get(digest);
    if (!entry) return undefined;
    this.entries.delete(digest);
    if (now >= entry.expires) return undefined;
    // A Map keeps the order of insertion, so the entry used last is put last.
    this.entries.set(digest, entry);
    return entry.clientId;
  }

  keep(digest: string, clientId: string, expires: number): void {
    this.entries.set(digest, { clientId, expires });
    if (this.entries.size <= this.capacity) return;
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }
}
