import type { Logger } from '@yiyang/observability';
import { SoleWorker, type Database, type Tx } from '@yiyang/persistence';
import type { AuditKey } from './audit-key.js';
import { microseconds } from './audit-row.js';
import { GENESIS, linkOf, startOf, type Seal } from './chain.js';
import type { SealedEntry } from './sealed-entry.js';

/** The end of the chain as the sealer saw it; a later chain that lacks it was cut. */
export interface AuditAnchor {
  readonly sealNo: bigint;
  readonly head: Buffer;
  readonly lastEntryId: string;
}

/** Called in the sealing transaction, so that what it writes (events) is there exactly when the seal is. */
export type OnSealed = (tx: Tx, entries: readonly SealedEntry[]) => Promise<void> | void;

export interface SealerPace {
  /** Milliseconds between batches while there is work; default 100. */
  readonly interval?: number;
  /** Most entries of one seal; default 500. */
  readonly batchSize?: number;
}

const MAX_IDLE_MILLISECONDS = 1000;

const OLDEST_PENDING = `
  select e.entry_id, e.at, e.role, e.organisation_id, e.region, e.purpose, e.action, e.outcome, e.elder_id,
         e.emergency_reason is not null as emergency, e.leaf
  from (select entry_id, position from audit_pending order by position limit $1) p
  join audit_entry e using (entry_id) order by p.position`;

/**
 * Chains new entries in batches. The business transactions never wait for the head of the chain: one replica per service
 * seals what they committed, about every 100 ms while there is work, every second when there is none.
 */
export class AuditSealer {
  private readonly worker: SoleWorker;
  private readonly batchSize: number;
  private readonly interval: number;
  private idleMilliseconds = 0;
  private nextLook = 0;
  private last: AuditAnchor | undefined;

  constructor(
    private readonly database: Database,
    private readonly key: AuditKey,
    logger: Logger,
    private readonly onSealed: OnSealed = () => undefined,
    pace: SealerPace = {},
  ) {
    this.interval = pace.interval ?? 100;
    this.batchSize = pace.batchSize ?? 500;
    this.worker = new SoleWorker(database, 'audit-sealer', () => this.round(), this.interval, logger);
  }

  /** The last seal of this process, for `verifyAudit`. */
  get anchor(): AuditAnchor | undefined {
    return this.last;
  }

  start(): void {
    this.worker.start();
  }

  /** Waits for the running batch. */
  stop(): Promise<void> {
    return this.worker.stop();
  }

  private async round(): Promise<number> {
    if (performance.now() < this.nextLook) return 0;
    const sealed = await this.sealBatch();
    this.idleMilliseconds = sealed > 0 ? 0 : Math.min(this.idleMilliseconds + this.interval, MAX_IDLE_MILLISECONDS);
    this.nextLook = performance.now() + this.idleMilliseconds;
    return sealed < this.batchSize ? 0 : sealed;
  }

  /** Seals the oldest entries that wait; answers how many. */
  async sealBatch(): Promise<number> {
    let anchor: AuditAnchor | undefined;
    const sealed = await this.database.transaction(async (tx) => {
      tx.findByKey();
      const waiting = await tx.many<SealedEntry & { leaf: Buffer }>(OLDEST_PENDING, [this.batchSize]);
      if (waiting.length === 0) return 0;
      const last = await tx.find<{ sealNo: bigint; head: Buffer }>(
        'select seal_no, head from audit_seal order by seal_no desc limit 1',
      );
      const seal = this.sealOf(waiting, last);
      anchor = { sealNo: seal.sealNo, head: seal.head, lastEntryId: seal.entryIds.at(-1) as string };
      write(tx, seal);
      await this.onSealed(
        tx,
        waiting.map(({ leaf: _, ...entry }) => entry),
      );
      return waiting.length;
    });
    this.last = anchor ?? this.last;
    return sealed;
  }

  private sealOf(waiting: readonly { entryId: string; leaf: Buffer }[], last?: { sealNo: bigint; head: Buffer }): Seal {
    const place = {
      sealNo: (last?.sealNo ?? 0n) + 1n,
      sealedAt: microseconds(new Date()),
      previous: last?.head ?? GENESIS,
    };
    const start = startOf(this.key, place);
    let head = start;
    const links = waiting.map(({ leaf }) => (head = linkOf(this.key, head, leaf)));
    return { ...place, start, entryIds: waiting.map(({ entryId }) => entryId), chain: Buffer.concat(links), head };
  }
}

function write(tx: Tx, seal: Seal): void {
  tx.write(
    'insert into audit_seal (seal_no, sealed_at, previous, start, head, entry_ids, chain)' +
      ' values ($1, $2, $3, $4, $5, $6, $7)',
    [seal.sealNo, seal.sealedAt, seal.previous, seal.start, seal.head, seal.entryIds, seal.chain],
  );
  // Should two sealers ever run at once, one of them finds its number or its entries taken and starts again.
  tx.write('delete from audit_pending where entry_id = any($1::uuid[])', [seal.entryIds], (rows) => {
    if (rows !== seal.entryIds.length) throw new Error('entries were sealed by another sealer');
  });
}
