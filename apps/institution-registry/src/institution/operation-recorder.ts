import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import type { CivilDate } from '@yiyang/standards';
import { History, type Maker } from '../history/history.js';
import type { OperationState } from './domain/operation.js';
import type { InstitutionRow } from './institution.entity.js';

export interface OperationChanged {
  readonly institution: Pick<InstitutionRow, 'id' | 'division' | 'operationState' | 'startedOn'>;
  readonly to: OperationState;
  readonly effectiveOn: CivilDate;
  /** Action of the policy table. */
  readonly action: string;
  readonly reasonCode?: string | undefined;
  readonly legalBasis?: string | undefined;
}

/** Says and keeps that an operation changed; the caller writes the columns that it answers with its own changes. */
@Injectable()
export class OperationRecorder {
  constructor(
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  change(tx: Tx, by: Maker, changed: OperationChanged): Pick<InstitutionRow, 'operationState' | 'operationSince'> {
    const { institution, to, effectiveOn, action, reasonCode, legalBasis } = changed;
    const { id, division, operationState: from, startedOn } = institution;
    const state = { state: to, since: effectiveOn, startedOn: startedOn ?? effectiveOn };
    this.history.record(tx, by, {
      ...{ institutionId: id, aspect: 'OPERATION', subject: id, effectiveOn, action, reasonCode },
      state: { ...state, ...(legalBasis && { legalBasis }) },
    });
    const event = { institutionId: id, from, to, effectiveOn };
    this.outbox.publish(tx, EVENT.institutionOperationChangedV1, id, event, { regioncode: division });
    return { operationState: to, operationSince: effectiveOn };
  }
}
