import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import { History, type Maker } from '../history/history.js';
import type { QualificationChange } from './domain/qualification.js';
import { InstitutionRepository, type QualificationPart, type WholeInstitution } from './institution.repository.js';

export interface QualificationChanged {
  readonly institution: WholeInstitution;
  readonly qualification: QualificationPart;
  readonly changes: QualificationChange;
  /** Action of the policy table. */
  readonly action: string;
  /** Day of a change that leaves the state as it is. */
  readonly effectiveOn?: string;
  readonly reasonCode?: string;
  readonly legalBasis?: string;
}

/** Stores a new state of a qualification with its event and its history. */
@Injectable()
export class QualificationRecorder {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  change(tx: Tx, by: Maker, changed: QualificationChanged): void {
    const { institution, qualification, changes, action, reasonCode, legalBasis } = changed;
    const { effectiveOn = changes.stateSince } = changed;
    const { id, side, state } = { ...qualification, ...changes };
    this.institutions.updateQualification(tx, id, { ...changes, reasonCode: reasonCode ?? null });
    this.history.record(tx, by, {
      ...{ institutionId: institution.id, aspect: 'QUALIFICATION', subject: id, effectiveOn, action, reasonCode },
      state: { ...qualification, ...changes, ...(legalBasis && { legalBasis }) },
    });
    const event = { institutionId: institution.id, qualificationId: id, side, state, effectiveOn };
    const said = { ...event, ...(reasonCode && { reasonCode }) };
    const where = { regioncode: institution.division };
    this.outbox.publish(tx, EVENT.institutionQualificationChangedV1, institution.id, said, where);
  }
}
