import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ClientRepository } from './client.repository.js';
import type { Client } from './client.js';

/** Another replica may have consumed the event that changed a client, so what is known is asked again after this. */
const KNOWN_MILLISECONDS = 1000;
const UNKNOWN_MILLISECONDS = 1000;
/** "Bind, then use" works for a caller: an unknown client is waited for as long as the binding's event may take. */
const WAIT_MILLISECONDS = 2000;
const MOST_ENTRIES = 20_000;

interface Entry {
  readonly client: Client | undefined;
  readonly until: number;
}

/** Whom clients stand for, from memory; the database is asked once per client and second. */
@Injectable()
export class ClientDirectory {
  private readonly entries = new Map<string, Entry>();
  private readonly asking = new Map<string, Promise<Client | undefined>>();

  constructor(private readonly clients: ClientRepository) {}

  /** The client, or undefined when it is bound to nobody. */
  find(clientId: string): Client | undefined | Promise<Client | undefined> {
    const entry = this.entries.get(clientId);
    return entry && entry.until > performance.now() ? entry.client : this.ask(clientId);
  }

  /** Something about this client has changed. */
  forget(clientId: string): void {
    this.entries.delete(clientId);
  }

  /** Something about many clients may have changed. */
  forgetAll(): void {
    this.entries.clear();
  }

  private ask(clientId: string): Promise<Client | undefined> {
    const running = this.asking.get(clientId);
    if (running) return running;
    const asked = this.lookUp(clientId).finally(() => this.asking.delete(clientId));
    this.asking.set(clientId, asked);
    return asked;
  }

  private async lookUp(clientId: string): Promise<Client | undefined> {
    const until = performance.now() + WAIT_MILLISECONDS;
    for (let pause = 10; ; pause = Math.min(pause * 2, 200)) {
      const client = await this.clients.find(clientId);
      if (client || performance.now() + pause > until) return this.remember(clientId, client);
      await sleep(pause);
    }
  }

  private remember(clientId: string, client: Client | undefined): Client | undefined {
    if (this.entries.size >= MOST_ENTRIES) this.entries.clear();
    const milliseconds = client ? KNOWN_MILLISECONDS : UNKNOWN_MILLISECONDS;
    this.entries.set(clientId, { client, until: performance.now() + milliseconds });
    return client;
  }
}
