import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import type { CivilDate } from '@yiyang/standards';
import { CLOCK, History } from '../history/history.js';
import { InstitutionRepository } from '../institution/institution.repository.js';
import type { ExaminedInstitution } from './compliance.repository.js';

/** Takes an institution that operates into rectification; the department restores it. Source: REG-40. */
@Injectable()
export class Rectification {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  order(tx: Tx, institution: ExaminedInstitution, effectiveOn: CivilDate): void {
    const { id, version, division, operationState: from, startedOn } = institution;
    const to = 'RECTIFYING';
    this.institutions.update(tx, id, version, { operationState: to, operationSince: effectiveOn });
    this.history.record(tx, CLOCK, {
      ...{ institutionId: id, aspect: 'OPERATION', subject: id, effectiveOn, action: 'institution.rectify' },
      ...{ state: { state: to, since: effectiveOn, startedOn }, reasonCode: 'MAJOR_HAZARD' },
    });
    const event = { institutionId: id, from, to, effectiveOn } as const;
    this.outbox.publish(tx, EVENT.institutionOperationChangedV1, id, event, { regioncode: division });
  }
}
