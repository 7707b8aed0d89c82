import { Injectable } from '@nestjs/common';
import { Clock, Deadlines, type OnDue, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, startOfDayShanghai } from '@yiyang/standards';
import { Reviews } from '../review/reviews.js';

const TURN = 'policy.turn';

const NEXT = `
  select min(turns_on)::text as turns_on from (
    select valid_from as turns_on from policy_value where policy_set_id = $1
    union all select valid_to + 1 from policy_value where policy_set_id = $1 and valid_to is not null) turn
  where turns_on > $2`;

/** Days on which a value of a set begins or has ended: what it concerns is looked at again without any write. */
@Injectable()
export class PolicyTurns {
  readonly handlers: Readonly<Record<string, OnDue>> = {
    [TURN]: async (tx, { subjectId }) => {
      const set = await tx.one<{ division: string }>('select division from policy_set where id = $1', [subjectId]);
      this.reviews.requestDivision(tx, set.division);
      await this.schedule(tx, subjectId);
    },
  };

  constructor(
    private readonly deadlines: Deadlines,
    private readonly reviews: Reviews,
    private readonly clock: Clock,
  ) {}

  /** Sets the clock of the set to its next such day, if it has one. */
  async schedule(tx: Tx, policySetId: string): Promise<void> {
    const startedAt = this.clock.now();
    const { turnsOn } = await tx.one<{ turnsOn: string | null }>(NEXT, [policySetId, civilDateInShanghai(startedAt)]);
    if (turnsOn === null) return;
    const rule = { rule: 'GOV-15', clause: null, policyVersion: null };
    const dueAt = startOfDayShanghai(turnsOn);
    this.deadlines.start(tx, { ...rule, kind: TURN, subjectId: policySetId, startedAt, dueAt });
  }
}
