import { Injectable } from '@nestjs/common';
import { Clock, json, newId, type Tx } from '@yiyang/persistence';
import type { Aspect } from './aspects.js';
import { InstitutionChangeRow } from './institution-change.entity.js';

export interface Change {
  readonly institutionId: string;
  readonly aspect: Aspect;
  /** What of the aspect: a bed kind, the id of a qualification or agreement; the institution's id where there is one only. */
  readonly subject: string;
  /** First day on which the state holds. */
  readonly effectiveOn: string;
  /** The whole state after the change, as a reader of that day would see it. */
  readonly state: object;
  /** Action of the policy table. */
  readonly action: string;
  readonly reasonCode?: string | undefined;
}

/** Who made a change: a caller, or the clock. */
export interface Maker {
  readonly clientId: string;
  readonly role: string;
  readonly organisationId?: string | null;
}

/** What changes by itself when a day comes. */
export const CLOCK: Maker = { clientId: 'clock', role: 'CLOCK' };

/** Keeps who changed what, from when, and why; so that any day can be read as it was, and as it was known then. */
@Injectable()
export class History {
  constructor(private readonly clock: Clock) {}

  /** Queues the change with the transaction that makes it; no round trip of its own. */
  record(tx: Tx, maker: Maker, change: Change): void {
    const { clientId, role, organisationId = null } = maker;
    tx.insert(InstitutionChangeRow, {
      ...{ ...change, state: json(change.state), reasonCode: change.reasonCode ?? null },
      ...{ clientId, role, organisationId },
      id: newId(),
      recordedAt: this.clock.now(),
    });
  }
}
