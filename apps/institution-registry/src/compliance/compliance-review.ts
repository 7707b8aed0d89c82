import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, startOfDayShanghai } from '@yiyang/standards';
import type { ReviewStep } from '../review/institution-review.js';
import { Reviews } from '../review/reviews.js';
import { ComplianceRepository } from './compliance.repository.js';
import { mustRectify } from './domain/assess-compliance.js';
import { findingChanges, findingsOf } from './domain/finding-changes.js';
import { canServe } from './domain/house.js';
import { RULES } from './domain/rules.js';
import { Examination } from './examination.js';
import { FindingRecorder } from './finding-recorder.js';
import { Rectification } from './rectification.js';

/** Rules that look at both sides of an agreement. */
const JOINING = RULES.filter(({ part }) => part === 'INTEGRATED').map(({ id }) => id);

/** Raises and resolves findings so that the open ones are what the rules say now. */
@Injectable()
export class ComplianceReview implements ReviewStep {
  constructor(
    private readonly compliance: ComplianceRepository,
    private readonly examination: Examination,
    private readonly findings: FindingRecorder,
    private readonly rectification: Rectification,
    private readonly reviews: Reviews,
    private readonly clock: Clock,
  ) {}

  async review(tx: Tx, institutionId: string): Promise<Date | undefined> {
    const on = civilDateInShanghai(this.clock.now());
    const institution = await this.compliance.get(tx, institutionId, on);
    const { outcomes, model, changesOn } = await this.examination.examine(institution, on);
    const current = findingsOf(outcomes, model);
    this.findings.record(tx, institution, findingChanges(institution.openFindings, current, outcomes));
    if (mustRectify(institution, outcomes)) this.rectification.order(tx, institution, on);
    if (institution.side === 'MEDICAL')
      this.reviews.requestServed(tx, institutionId, { canServe: canServe({ ...institution, on }), rules: JOINING });
    return changesOn === undefined ? undefined : startOfDayShanghai(changesOn);
  }
}
