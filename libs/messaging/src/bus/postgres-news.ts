import type pg from 'pg';
import type { Database } from '@yiyang/persistence';
import { errorFields, type Logger } from '@yiyang/observability';
import type { Signal } from '../signal.js';

const RECONNECT_MS = 1000;

/** Listens for appended topics and wakes their readers. Only a hint: readers poll as well. */
export class PostgresNews {
  private readonly readers = new Map<string, Set<Signal>>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly bus: Database,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    let client: pg.Client | undefined;
    try {
      client = await this.bus.session();
      client.on('notification', (message) => this.wake(message.payload ?? ''));
      await client.query('listen yiyang_bus');
      this.client = client;
      const { client: listening } = this;
      listening.on('error', () => this.reconnect(listening));
      listening.on('end', () => this.reconnect(listening));
    } catch (error) {
      this.logger.warn('the bus cannot be listened to; readers poll until it can', errorFields(error));
      await client?.end().catch(() => undefined); // it may be broken already
      this.later();
    }
  }

  follow(topic: string, reader: Signal): void {
    const readers = this.readers.get(topic) ?? new Set();
    this.readers.set(topic, readers.add(reader));
  }

  forget(topic: string, reader: Signal): void {
    this.readers.get(topic)?.delete(reader);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined); // it may be broken already
  }

  private wake(topic: string): void {
    for (const reader of this.readers.get(topic) ?? []) reader.raise();
  }

  private reconnect(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.later();
  }

  private later(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.start(), RECONNECT_MS).unref();
  }
}
