import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Outbox } from '@yiyang/messaging';
import { newId, type Tx } from '@yiyang/persistence';
import { Policies } from '@yiyang/service';
import { legalBasisMissing } from '../application/domain/application.js';
import { History, type Maker } from '../history/history.js';
import type { PenaltyRow } from './penalty.entity.js';
import { PenaltyRepository } from './penalty.repository.js';

export interface Punished {
  readonly conduct: string;
  readonly penalty: string;
  readonly legalBasis: string;
  readonly decidedOn: string;
  readonly listedTo?: string | undefined;
}

/**
 * Keeps the record of bad practice. Where the region pushes it to its credit platform, whose outlet follows the event,
 * it is said; elsewhere it is only kept. Source: REG-45.
 */
@Injectable()
export class PenaltyRecorder {
  constructor(
    private readonly penalties: PenaltyRepository,
    private readonly policies: Policies,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  async record(
    tx: Tx,
    by: Maker,
    institution: { readonly id: string; readonly division: string },
    punished: Punished,
  ): Promise<void> {
    const { conduct, penalty, legalBasis, decidedOn, listedTo = null } = punished;
    if (legalBasis.trim() === '') throw legalBasisMissing(['legalBasis']);
    if (listedTo !== null && listedTo < decidedOn)
      throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'listedTo', rule: `not before ${decidedOn}` }] });
    const { id: institutionId, division } = institution;
    const row: PenaltyRow = {
      ...{ id: newId(), institutionId, division, conduct, penalty, legalBasis, decidedOn, listedTo },
    };
    this.penalties.insert(tx, row);
    this.history.record(tx, by, {
      ...{ institutionId, aspect: 'PENALTY', subject: row.id, effectiveOn: decidedOn, state: row },
      action: 'penalty.record',
      reasonCode: conduct,
    });
    if (!(await this.policies.applies(division, 'REG-45', decidedOn))) return;
    const event = { institutionId, penaltyId: row.id, conduct, penalty, decidedOn, division };
    this.outbox.publish(tx, EVENT.institutionPenaltyRecordedV1, institutionId, event, { regioncode: division });
  }
}
