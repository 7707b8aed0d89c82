import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { OnDue } from '@yiyang/persistence';
import type { DeadlineHandlers } from '@yiyang/service';
import { FACT_ENDING } from './fact-ledger.js';
import { FactRepository } from './fact.repository.js';

/** Announces the end of a fact; that it has ended needs no saying, its last day is known. Source: REG-56. */
@Injectable()
export class FactDeadlines implements DeadlineHandlers {
  readonly handlers: Readonly<Record<string, OnDue>> = {
    [FACT_ENDING]: async (tx, { subjectId: factId }, moment) => {
      if (moment !== 'WARNING') return;
      const fact = await this.facts.find(tx, factId);
      if (!fact?.validTo) return;
      const { institutionId, type: factType, validTo, division } = fact;
      const event = { institutionId, factId, factType, validTo };
      this.outbox.publish(tx, EVENT.institutionFactEndingV1, institutionId, event, { regioncode: division });
    },
  };

  constructor(
    private readonly facts: FactRepository,
    private readonly outbox: Outbox,
  ) {}
}
