import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, startOfDayShanghai, type CivilDate } from '@yiyang/standards';
import { InstitutionRepository } from '../institution/institution.repository.js';
import type { ReviewStep } from '../review/institution-review.js';
import { ComplianceRepository, type ExaminedInstitution } from './compliance.repository.js';
import { mustRectify } from './domain/assess-compliance.js';
import { findingChanges, findingsOf } from './domain/finding-changes.js';
import { Examination } from './examination.js';
import { FindingRecorder } from './finding-recorder.js';

/** Raises and resolves findings so that the open ones are what the rules say now. */
@Injectable()
export class ComplianceReview implements ReviewStep {
  constructor(
    private readonly compliance: ComplianceRepository,
    private readonly examination: Examination,
    private readonly findings: FindingRecorder,
    private readonly institutions: InstitutionRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async review(tx: Tx, institutionId: string): Promise<Date | undefined> {
    const on = civilDateInShanghai(this.clock.now());
    const institution = await this.compliance.get(tx, institutionId, on);
    const { outcomes, model, changesOn } = await this.examination.examine(institution, on);
    const current = findingsOf(outcomes, model);
    this.findings.record(tx, institution, findingChanges(institution.openFindings, current, outcomes));
    if (mustRectify(institution, outcomes)) this.rectify(tx, institution, on);
    return changesOn === undefined ? undefined : startOfDayShanghai(changesOn);
  }

  private rectify(tx: Tx, { id, version, division, operationState: from }: ExaminedInstitution, on: CivilDate): void {
    this.institutions.update(tx, id, version, { operationState: 'RECTIFYING' });
    const event = { institutionId: id, from, to: 'RECTIFYING' as const, effectiveOn: on };
    this.outbox.publish(tx, EVENT.institutionOperationChangedV1, id, event, { regioncode: division });
  }
}
