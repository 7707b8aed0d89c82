import { Injectable } from '@nestjs/common';
import { Clock, Deadlines, type Tx } from '@yiyang/persistence';
import type { PolicyGround, Sourced } from '@yiyang/region-policy';
import { addDays, startOfDayShanghai, type CivilDate } from '@yiyang/standards';
import type { AgreementRow } from './agreement.entity.js';
import { checkDueOn } from './domain/agreement.js';

export const START = 'agreement.start';
export const END = 'agreement.end';
export const CHECK = 'agreement.check';

/** Days before the last day on which the end is announced; absent where no policy asks for it. Source: CON-04. */
export type WarningDays = Sourced<number> | undefined;

interface Limit {
  readonly kind: string;
  readonly rule: string;
  readonly on: CivilDate;
  readonly warnOn?: CivilDate;
  readonly because?: Partial<PolicyGround>;
}

/** The days of an agreement as deadline rows. */
@Injectable()
export class AgreementDeadlines {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  awaitStart(tx: Tx, row: AgreementRow): void {
    this.start(tx, row, { kind: START, rule: 'CON-04', on: row.validFrom });
  }

  /** A proposal that nobody signs lapses with its term, too; only what is signed is announced before its end. */
  awaitEnd(tx: Tx, row: AgreementRow, days?: WarningDays): void {
    const warning = days && { warnOn: addDays(row.validTo, -days.value), because: days };
    this.start(tx, row, { kind: END, rule: 'CON-04', on: addDays(row.validTo, 1), ...warning });
  }

  /** The next check is overdue on the day after its last day. */
  awaitCheck(tx: Tx, row: AgreementRow): void {
    const dueOn = checkDueOn(row);
    if (dueOn !== null) this.start(tx, row, { kind: CHECK, rule: 'CON-10', on: addDays(dueOn, 1) });
  }

  finishAll(tx: Tx, id: string): void {
    for (const kind of [START, END, CHECK]) this.deadlines.finish(tx, kind, id, this.clock.now());
  }

  private start(tx: Tx, { id, division, careInstitutionId }: AgreementRow, limit: Limit): void {
    const { kind, rule, on, warnOn, because: { clause = null, policyVersion = null } = {} } = limit;
    this.deadlines.start(tx, {
      ...{ kind, subjectId: id, rule, clause, policyVersion },
      // Nobody has to act for an agreement to begin, so its start is in no list of what is due.
      ...(kind !== START && { division, ownerId: careInstitutionId }),
      startedAt: this.clock.now(),
      dueAt: startOfDayShanghai(on),
      ...(warnOn !== undefined && { warnAt: startOfDayShanghai(warnOn) }),
    });
  }
}
