import { Injectable } from '@nestjs/common';
import type { Envelope } from '@yiyang/contracts';
import { Database, type Tx } from '@yiyang/persistence';
import type { Audience } from './audience.js';
import type { KnownRegions } from './event-regions.js';

export interface OutwardEntry {
  readonly audience: Audience;
  readonly policyVersion: string;
  /** Redacted. */
  readonly envelope: Envelope;
  readonly scopes: readonly string[];
}

export interface OutwardRow {
  readonly position: bigint;
  readonly policyVersion: string;
  readonly envelope: string;
}

// Whoever appends waits here for the one before to commit, so positions become visible in their order.
const LOCK = `select pg_advisory_xact_lock(hashtextextended('outward-log', 0))`;

const APPEND = `
  with head as (update outward_head set last = last + 1 where audience = $1 returning last),
    event as (
      insert into outward_event (audience, position, event_id, type, subject, policy_version, envelope)
      select $1, last, $2, $3, $4, $5, $6 from head)
  insert into outward_scope (audience, scope, position) select $1, unnest($7::text[]), last from head`;

const PAGE = `
  select e.position, e.policy_version, e.envelope
  from outward_scope s join outward_event e on e.audience = s.audience and e.position = s.position
  where s.audience = $1 and s.scope = $2 and s.position > $3 order by s.position limit $4`;

/** Tables `outward_head`, `outward_event`, `outward_scope` and `outward_region`. */
@Injectable()
export class OutwardLogRepository {
  constructor(private readonly database: Database) {}

  append(tx: Tx, entries: readonly OutwardEntry[]): void {
    tx.write(LOCK);
    for (const { audience, envelope, policyVersion, scopes } of entries) {
      const { id, type, subject } = envelope;
      tx.write(APPEND, [audience, id, type, subject, policyVersion, JSON.stringify(envelope), scopes]);
    }
  }

  /** Entries of one list after a position. */
  page(tx: Tx, audience: Audience, scope: string, after: number, limit: number): Promise<OutwardRow[]> {
    return tx.many<OutwardRow>(PAGE, [audience, scope, after, limit]);
  }

  async hasMore(audience: Audience, scope: string, after: number): Promise<boolean> {
    const sql = 'select from outward_scope where audience = $1 and scope = $2 and position > $3 limit 1';
    return (await this.database.many(sql, [audience, scope, after])).length > 0;
  }

  /** Divisions of several subjects. */
  async regions(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, KnownRegions>> {
    const rows = await tx.many<KnownRegions & { subjectId: string }>(
      'select subject_id, residence, insured, parties from outward_region where subject_id = any($1)',
      [subjectIds],
    );
    return new Map(rows.map(({ subjectId, ...regions }) => [subjectId, regions]));
  }

  putRegions(tx: Tx, subjectId: string, { residence, insured, parties }: KnownRegions): void {
    tx.write(
      `insert into outward_region as r (subject_id, residence, insured, parties) values ($1, $2, $3, $4)
       on conflict (subject_id) do update set residence = coalesce(excluded.residence, r.residence),
         insured = coalesce(excluded.insured, r.insured),
         parties = case when cardinality(excluded.parties) > 0 then excluded.parties else r.parties end`,
      [subjectId, residence, insured, parties],
    );
  }
}
