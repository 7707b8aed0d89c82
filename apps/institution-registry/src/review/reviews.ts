import { Injectable } from '@nestjs/common';
import { Clock, Deadlines, type Tx } from '@yiyang/persistence';

export const REVIEW = 'institution.review';

/**
 * What is computed of an institution (integrated status, coverage, findings) is computed again when an input changed or
 * when a day comes on which an input begins or ends. Both are one row with an instant; the sweeper of one replica acts on it.
 */
@Injectable()
export class Reviews {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** An input has changed in this transaction: review right after the commit. */
  request(tx: Tx, institutionId: string): void {
    this.schedule(tx, institutionId, this.clock.now());
  }

  /** Nothing changes by itself before `at`. */
  schedule(tx: Tx, institutionId: string, at: Date): void {
    const startedAt = this.clock.now();
    const deadline = { rule: 'REG-01', clause: null, policyVersion: null };
    this.deadlines.start(tx, { ...deadline, kind: REVIEW, subjectId: institutionId, startedAt, dueAt: at });
  }
}
