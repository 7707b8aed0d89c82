import type { Database, Tx } from '@yiyang/persistence';
import type { Caller } from '../caller.js';
import type { SystemClock } from '../system-clock.js';
import type { AuditKey } from './audit-key.js';
import type { AuditAnchor } from './audit-sealer.js';
import { verifyAudit, type AuditReport } from './verify-audit.js';
import { AUDIT_COLUMNS, auditValues, leafOf, type AuditEvent } from './audit-row.js';

const UUID_COLUMNS: readonly string[] = ['entry_id', 'organisation_id', 'caller_elder_id', 'resource_id', 'elder_id'];
const TYPES = AUDIT_COLUMNS.map((name) =>
  UUID_COLUMNS.includes(name) ? 'uuid' : name === 'at' ? 'timestamptz' : 'text',
);
const NAMES = [...AUDIT_COLUMNS, 'leaf'].join(', ');
const PENDING = 'insert into audit_pending (entry_id) select entry_id from entry';

const entries = (source: string) => ({
  with: `entry as (insert into audit_entry (${NAMES}) ${source} returning entry_id)`,
  insert: PENDING,
});
const INSERT_ONE = entries(`values (${[...TYPES, 'bytea'].map((_, i) => `$${i + 1}`).join(', ')})`);
const INSERT_MANY = entries(
  `select * from unnest(${[...TYPES, 'bytea'].map((type, i) => `$${i + 1}::${type}[]`).join(', ')})`,
);

/**
 * Writes the access log. An entry is part of the transaction it tells of, so there is no effect and no disclosure without
 * it, and it costs no round trip of its own. Source: architecture §6; threats T19, T20.
 */
export class Audit {
  private readonly recorded = new WeakSet<Tx>();

  constructor(
    private readonly database: Database,
    private readonly key: AuditKey,
    private readonly clock: SystemClock = { system: () => new Date() },
  ) {}

  /** Queues the entry of something done or seen in this transaction. */
  record(tx: Tx, caller: Caller | undefined, event: AuditEvent): void {
    const values = auditValues(caller, event, this.clock.system());
    tx.add(INSERT_ONE, [...values, leafOf(this.key, values)]);
    this.recorded.add(tx);
  }

  /** Queues one entry per elder of a list, in one statement. An empty list discloses nothing about anybody. */
  recordEach(tx: Tx, caller: Caller | undefined, events: readonly AuditEvent[]): void {
    this.recorded.add(tx);
    if (events.length === 0) return;
    const at = this.clock.system();
    const rows = events.map((event) => auditValues(caller, event, at));
    const columns = AUDIT_COLUMNS.map((_, i) => rows.map((values) => values[i]));
    tx.add(INSERT_MANY, [...columns, rows.map((values) => leafOf(this.key, values))]);
  }

  /** Writes the entry of a refusal in a transaction of its own, because the refused one is rolled back. */
  async recordRefusal(caller: Caller | undefined, event: Omit<AuditEvent, 'outcome'>): Promise<void> {
    await this.database.transaction(async (tx) => this.record(tx, caller, { ...event, outcome: 'REFUSED' }));
  }

  /** Checks the whole log; see `verifyAudit`. */
  verify(anchor?: AuditAnchor): Promise<AuditReport> {
    return verifyAudit(this.database, this.key, anchor);
  }

  /** Fails a command or a disclosure that recorded nothing; a forgotten entry is a bug, not a choice. */
  assertRecorded(tx: Tx): void {
    if (!this.recorded.has(tx)) throw new Error('the transaction has no audit entry');
  }
}
