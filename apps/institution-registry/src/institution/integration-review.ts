import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { addDays, civilDateInShanghai, startOfDayShanghai, type CivilDate } from '@yiyang/standards';
import { CLOCK } from '../history/history.js';
import type { ReviewStep } from '../review/institution-review.js';
import { integratedSince, integratedStatus, nextChangeOn, stateOn } from './domain/integrated-status.js';
import { InstitutionRepository, type WholeInstitution } from './institution.repository.js';
import { QualificationRecorder } from './qualification-recorder.js';

/**
 * Writes down what a day has ended by itself: an expired qualification and the integrated status, each said once. Readers
 * compute both, so nobody waits for it. Source: REG-01.
 */
@Injectable()
export class IntegrationReview implements ReviewStep {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly qualifications: QualificationRecorder,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async review(tx: Tx, institutionId: string): Promise<Date | undefined> {
    const institution = await this.institutions.findForUpdate(tx, institutionId);
    if (!institution) return undefined;
    const today = civilDateInShanghai(this.clock.now());
    this.expire(tx, institution, today);
    this.sayIntegrated(tx, institution, today);
    const next = nextChangeOn([...institution.qualifications, ...institution.unitQualifications], today);
    return next === undefined ? undefined : startOfDayShanghai(next);
  }

  private expire(tx: Tx, institution: WholeInstitution, today: CivilDate): void {
    for (const qualification of institution.qualifications) {
      const { state, validTo } = qualification;
      if (validTo === null || state === 'EXPIRED' || stateOn(qualification, today) !== 'EXPIRED') continue;
      const changes = { state: 'EXPIRED', stateSince: addDays(validTo, 1) } as const;
      this.qualifications.change(tx, CLOCK, { institution, qualification, changes, action: 'qualification.expire' });
    }
  }

  private sayIntegrated(tx: Tx, institution: WholeInstitution, today: CivilDate): void {
    const qualifications = [...institution.qualifications, ...institution.unitQualifications];
    const { value } = integratedStatus(qualifications, today);
    if (value === institution.isIntegrated) return;
    const { id, division } = institution;
    const since = integratedSince(qualifications, today) ?? today;
    this.institutions.setIntegrated(tx, id, value);
    const event = { institutionId: id, isIntegrated: value, since };
    this.outbox.publish(tx, EVENT.institutionIntegratedStatusChangedV1, id, event, { regioncode: division });
  }
}
