import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import type { Regions } from '../elders/domain/elder.js';
import { CareStateRepository } from './care-state.repository.js';
import { changeCareState, type CareSituation } from './domain/care-state.js';

/** Moves elders from state to state, inside the transaction of a command; says each change as an event. */
@Injectable()
export class CareStates {
  constructor(
    private readonly states: CareStateRepository,
    private readonly outbox: Outbox,
  ) {}

  /** The present situation; nobody else changes where the elder is until the commit, even when nothing is known yet. */
  findForUpdate(tx: Tx, elderId: string): Promise<CareSituation | undefined> {
    tx.write('select pg_advisory_xact_lock(hashtextextended($1, 8082))', [elderId]);
    return this.states.findForUpdate(tx, elderId);
  }

  /** Enters a state; staying in the same one only moves the place. */
  enter(
    tx: Tx,
    elderId: string,
    change: { from: CareSituation | undefined; to: CareSituation; regions: Regions },
  ): void {
    const { from, regions } = change;
    if (from?.state === change.to.state) return this.states.moveTo(tx, elderId, change.to, regions.serviceRegion);
    const to = changeCareState(from, change.to);
    this.states.change(tx, elderId, to, regions);
    const data = {
      elderId,
      from: from?.state ?? null,
      to: to.state,
      since: to.since.toISOString(),
      ...(to.institutionId !== null && { institutionId: to.institutionId }),
      ...(to.stage !== null && { stage: to.stage }),
      ...(to.referralId !== null && { referralId: to.referralId }),
    };
    this.outbox.publish(tx, EVENT.careStateChangedV1, elderId, data, { regioncode: regions.serviceRegion });
  }
}
