import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { newId, type Tx } from '@yiyang/persistence';
import type { Elder } from '../elders/domain/elder.js';
import { LedgerEntryRow } from './ledger-entry.entity.js';

/** An elder went from one institution to another. */
export interface HandOver {
  readonly referralId: string;
  readonly elder: Elder;
  readonly from: { readonly institutionId: string; readonly division: string };
  readonly to: { readonly institutionId: string; readonly division: string };
  readonly handedOverAt: Date;
}

/** The liaison ledgers of all institutions. Source: REF-09. */
@Injectable()
export class Ledger {
  constructor(private readonly outbox: Outbox) {}

  /** Writes one entry on each side, joined by one correlation id. */
  append(tx: Tx, { from, to, ...handOver }: HandOver): void {
    const correlationId = newId();
    const sides = [
      { direction: 'OUT', own: from, counterpartId: to.institutionId },
      { direction: 'IN', own: to, counterpartId: from.institutionId },
    ] as const;
    // Events of a ledger are numbered under a lock: always in the order of the ids, or two hand-overs in opposite
    // directions would wait for each other.
    const inOrder = [...sides].sort((a, b) => (a.own.institutionId < b.own.institutionId ? -1 : 1));
    for (const side of inOrder) this.write(tx, { ...handOver, correlationId, ...side });
  }

  /** Entries of one ledger inside the grant, newest first, one more than `limit`. */
  list(
    tx: Tx,
    grant: Grant,
    query: { institutionId: string; before: string | null; limit: number },
  ): Promise<LedgerEntryRow[]> {
    const params: unknown[] = [query.institutionId, query.before, query.limit + 1];
    const inScope = rowFilter(grant, { institution: 'l.institution_id', serviceRegion: 'l.service_region' }, params);
    return tx.many<LedgerEntryRow>(
      `select l.id, l.institution_id, l.counterpart_id, l.referral_id, l.elder_id, l.correlation_id, l.direction,
              l.handed_over_at
       from ledger_entry l
       where l.institution_id = $1 and ($2::uuid is null or l.id < $2) and ${inScope} order by l.id desc limit $3`,
      params,
    );
  }

  private write(
    tx: Tx,
    entry: Omit<HandOver, 'from' | 'to'> & {
      correlationId: string;
      direction: 'IN' | 'OUT';
      own: HandOver['from'];
      counterpartId: string;
    },
  ): void {
    const { referralId, correlationId, direction, counterpartId, handedOverAt, own } = entry;
    const { id: elderId, residenceRegion, insuredRegion } = entry.elder;
    const id = newId();
    const facts = { institutionId: own.institutionId, counterpartId, referralId, direction };
    const regions = { serviceRegion: own.division, residenceRegion, insuredRegion };
    tx.insert(LedgerEntryRow, { id, ...facts, elderId, correlationId, handedOverAt, ...regions });
    const data = { entryId: id, ...facts, handedOverAt: handedOverAt.toISOString() };
    this.outbox.publish(tx, EVENT.ledgerEntryAppendedV1, own.institutionId, data, { regioncode: own.division });
  }
}
