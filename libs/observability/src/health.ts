/** Whether one part of the process can do its work; `detail` is a code or a number, never data. */
export interface PartHealth {
  readonly ok: boolean;
  readonly detail?: string;
}

export type HealthCheck = () => Promise<PartHealth> | PartHealth;

/**
 * What `/health/live` and `/health/ready` answer. Live parts must make progress, or the process should be restarted;
 * ready parts must be usable, or no traffic should come. Draining makes a process unready but keeps it live.
 */
export class Health {
  private readonly checks: { name: string; kind: 'live' | 'ready'; check: HealthCheck; isOwn: boolean }[] = [];
  private draining = false;

  add(kind: 'live' | 'ready', name: string, check: HealthCheck): void {
    this.checks.push({ name, kind, check, isOwn: true });
  }

  /** A part that is reported but decides nothing: a neighbour that is down must not take this process along. */
  addNeighbour(kind: 'live' | 'ready', name: string, check: HealthCheck): void {
    this.checks.push({ name, kind, check, isOwn: false });
  }

  drain(): void {
    this.draining = true;
  }

  async report(kind: 'live' | 'ready'): Promise<{ ok: boolean; parts: Record<string, PartHealth> }> {
    const chosen = this.checks.filter((entry) => entry.kind === kind);
    const results = await Promise.all(chosen.map(async (entry) => [entry.name, await this.ask(entry.check)] as const));
    const parts: Record<string, PartHealth> = Object.fromEntries(results);
    if (kind === 'ready' && this.draining) parts['drain'] = { ok: false, detail: 'DRAINING' };
    const neighbours = new Set(chosen.filter(({ isOwn }) => !isOwn).map(({ name }) => name));
    const ok = Object.entries(parts).every(([name, part]) => part.ok || neighbours.has(name));
    return { ok, parts };
  }

  private async ask(check: HealthCheck): Promise<PartHealth> {
    try {
      return await check();
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.name : 'FAILED' };
    }
  }
}
