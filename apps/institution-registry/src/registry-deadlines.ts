import { Injectable } from '@nestjs/common';
import type { OnDue } from '@yiyang/persistence';
import type { DeadlineHandlers } from '@yiyang/service';
import { AgreementClocks } from './agreement/agreement-clocks.js';
import { ApplicationClock } from './application/application-clock.js';
import { AllianceVisitRecorder } from './alliance/alliance-visit.recorder.js';
import { FactDeadlines } from './fact/fact-deadlines.js';
import { PolicyTurns } from './policy/policy-turns.js';
import { InstitutionReview } from './review/institution-review.js';
import { REVIEW } from './review/reviews.js';

/** What the registry does when a time limit passes, by its kind. */
@Injectable()
export class RegistryDeadlines implements DeadlineHandlers {
  readonly handlers: Readonly<Record<string, OnDue>>;

  constructor(
    review: InstitutionReview,
    applications: ApplicationClock,
    facts: FactDeadlines,
    agreements: AgreementClocks,
    policies: PolicyTurns,
    visits: AllianceVisitRecorder,
  ) {
    this.handlers = {
      ...applications.handlers,
      ...facts.handlers,
      ...agreements.handlers,
      ...policies.handlers,
      ...visits.handlers,
      [REVIEW]: (tx, { subjectId }) => review.review(tx, subjectId),
    };
  }
}
