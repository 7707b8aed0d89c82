import { Injectable } from '@nestjs/common';
import type { OnDue } from '@yiyang/persistence';
import type { DeadlineHandlers } from '@yiyang/service';
import { InstitutionReview } from './review/institution-review.js';
import { REVIEW } from './review/reviews.js';

/** What the registry does when a time limit passes, by its kind. */
@Injectable()
export class RegistryDeadlines implements DeadlineHandlers {
  readonly handlers: Readonly<Record<string, OnDue>> = {
    [REVIEW]: (tx, { subjectId }) => this.review.review(tx, subjectId),
  };

  constructor(private readonly review: InstitutionReview) {}
}
