import { SERVICE_NAMES, type ServiceName } from './path-owners.js';
import { ReplicaSet } from './replica-set.js';

/** All services behind the gateway. */
export class Upstreams {
  private readonly sets: ReadonlyMap<string, ReplicaSet>;

  constructor(origins: Readonly<Record<ServiceName, readonly string[]>>) {
    this.sets = new Map(SERVICE_NAMES.map((service) => [service, new ReplicaSet(service, origins[service])]));
  }

  of(service: string): ReplicaSet {
    const set = this.sets.get(service);
    if (!set) throw new Error(`there is no service ${service}`);
    return set;
  }

  get all(): ReplicaSet[] {
    return [...this.sets.values()];
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((set) => set.close()));
  }
}
