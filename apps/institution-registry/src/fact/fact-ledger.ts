import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, Deadlines, type Tx } from '@yiyang/persistence';
import { addDays } from '@yiyang/standards';
import { History } from '../history/history.js';
import { Reviews } from '../review/reviews.js';
import { anonymous, saidCodes } from './domain/state-fact.js';
import type { FactRow } from './fact.entity.js';
import { FactRepository, type KeptFact, type NewFact } from './fact.repository.js';

export const FACT_ENDING = 'fact.ending';

interface Why {
  /** Action of the policy table. */
  readonly action: string;
  readonly reasonCode?: string | undefined;
}

/** Writes a fact, or that it ends, with everything that goes with it: event, history, and what is computed from it. */
@Injectable()
export class FactLedger {
  constructor(
    private readonly facts: FactRepository,
    private readonly outbox: Outbox,
    private readonly history: History,
    private readonly reviews: Reviews,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  keep(tx: Tx, caller: Caller, fact: NewFact, why: Why): void {
    this.facts.insert(tx, fact);
    const codes = saidCodes(fact);
    const { institutionId, id: factId, type: factType, validFrom, validTo, division, partnerId } = fact;
    if (codes)
      this.outbox.publish(
        tx,
        EVENT.institutionFactStatedV1,
        institutionId,
        { institutionId, factId, factType, codes, ...(partnerId && { partnerId }), validFrom, validTo, division },
        { regioncode: division },
      );
    this.remember(tx, caller, fact, { ...why, effectiveOn: validFrom });
  }

  /** From the day after `lastDay` on it does not hold any more; null = it was a mistake and never held. */
  close(tx: Tx, caller: Caller, fact: KeptFact, lastDay: string | null, why: Why): FactRow['version'] {
    const retracted = lastDay === null;
    const validTo = lastDay ?? fact.validTo;
    const ended = { retracted, validTo, endedAt: this.clock.now(), endReason: why.reasonCode ?? null };
    this.facts.update(tx, fact, ended);
    const { institutionId, id: factId, type: factType, division, validFrom } = fact;
    const endedOn = lastDay ?? addDays(validFrom, -1);
    if (saidCodes(fact))
      this.outbox.publish(
        tx,
        EVENT.institutionFactEndedV1,
        institutionId,
        { institutionId, factId, factType, endedOn },
        { regioncode: division },
      );
    this.deadlines.finish(tx, FACT_ENDING, factId, this.clock.now());
    this.remember(tx, caller, { ...fact, validTo }, { ...why, effectiveOn: addDays(endedOn, 1), retracted });
    return fact.version + 1;
  }

  /** Asks for what is computed of everybody whom the facts concern, in one order for all, so that two commands never wait crosswise. */
  review(tx: Tx, facts: readonly Pick<KeptFact, 'institutionId' | 'partnerId'>[]): void {
    const concerned = facts.flatMap(({ institutionId, partnerId }) => [
      institutionId,
      ...(partnerId ? [partnerId] : []),
    ]);
    for (const id of [...new Set(concerned)].sort()) this.reviews.request(tx, id);
  }

  private remember(
    tx: Tx,
    caller: Caller,
    fact: Pick<KeptFact, 'id' | 'institutionId' | 'type' | 'value' | 'validFrom' | 'validTo'>,
    { retracted = false, ...why }: Why & { effectiveOn: string; retracted?: boolean },
  ): void {
    const { id, institutionId, type, validFrom, validTo } = fact;
    const state = { type, value: anonymous(fact), validFrom, validTo, retracted };
    this.history.record(tx, caller, { institutionId, aspect: 'FACT', subject: id, state, ...why });
  }
}
