import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@yiyang/persistence';
import { Reviews } from './reviews.js';

/**
 * One thing that is computed of an institution. Answers the next instant at which it may change although nothing is
 * written. The institution's row is locked by then; a step must not wait for the row of another institution.
 */
export interface ReviewStep {
  review(tx: Tx, institutionId: string): Promise<Date | undefined>;
}

/** Everything that is computed of an institution, in the order in which it is computed. */
export const REVIEW_STEPS = Symbol('review steps');

/** A review that nothing asks for: rules that came with a new version of this service are found out by then. */
const AT_LATEST_MILLISECONDS = 30 * 86_400_000;

/** Computes everything computed of one institution again and says when to look next. */
@Injectable()
export class InstitutionReview {
  constructor(
    @Inject(REVIEW_STEPS) private readonly steps: readonly ReviewStep[],
    private readonly reviews: Reviews,
    private readonly clock: Clock,
  ) {}

  async review(tx: Tx, institutionId: string): Promise<void> {
    if (!(await this.lock(tx, institutionId))) return this.reviews.schedule(tx, institutionId, this.clock.now());
    let next = new Date(this.clock.now().getTime() + AT_LATEST_MILLISECONDS);
    for (const step of this.steps) {
      const at = await step.review(tx, institutionId);
      if (at && at < next) next = at;
    }
    this.reviews.schedule(tx, institutionId, next);
  }

  /**
   * A command holds the institution and then waits for its review row, which is held here: so this side never waits. The
   * command's own request, or the next round of the sweeper, brings the review again.
   */
  private async lock(tx: Tx, institutionId: string): Promise<boolean> {
    const locked = await tx.many('select 1 from institution where id = $1 for update skip locked', [institutionId]);
    return locked.length > 0;
  }
}
