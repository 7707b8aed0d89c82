import { Injectable } from '@nestjs/common';
import { Clock, Deadlines, type Tx } from '@yiyang/persistence';
import { addDays, startOfDayShanghai, type CivilDate } from '@yiyang/standards';
import type { AgreementRow } from './agreement.entity.js';
import type { Sourced } from './domain/agreement-parties.js';
import { checkDueOn } from './domain/agreement.js';

export const START = 'agreement.start';
export const END = 'agreement.end';
export const END_WARNING = 'agreement.end-warning';
export const CHECK = 'agreement.check';

/** Days before the last day on which the end is announced; absent where no policy asks for it. Source: CON-04. */
export type WarningDays = Sourced<number> | undefined;

type Because = Sourced<number>['because'] & { readonly rule: string };

/** The days of an agreement as deadline rows. */
@Injectable()
export class AgreementDeadlines {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** A proposal that nobody signs lapses with its term, too. */
  awaitEnd(tx: Tx, { id, validTo }: AgreementRow): void {
    this.start(tx, END, id, addDays(validTo, 1), { rule: 'CON-04' });
  }

  awaitStart(tx: Tx, { id, validFrom }: AgreementRow): void {
    this.start(tx, START, id, validFrom, { rule: 'CON-04' });
  }

  awaitWarning(tx: Tx, { id, validTo }: AgreementRow, days: WarningDays): void {
    if (days) this.start(tx, END_WARNING, id, addDays(validTo, -days.value), { rule: 'CON-04', ...days.because });
  }

  /** The next check is overdue on the day after its last day. */
  awaitCheck(tx: Tx, row: AgreementRow): void {
    const dueOn = checkDueOn(row);
    if (dueOn !== null) this.start(tx, CHECK, row.id, addDays(dueOn, 1), { rule: 'CON-10' });
  }

  finishAll(tx: Tx, id: string): void {
    for (const kind of [START, END, END_WARNING, CHECK]) this.deadlines.finish(tx, kind, id, this.clock.now());
  }

  private start(tx: Tx, kind: string, subjectId: string, on: CivilDate, because: Because): void {
    const { rule, clause = null, policyVersion = null } = because;
    const startedAt = this.clock.now();
    const dueAt = startOfDayShanghai(on);
    this.deadlines.start(tx, { kind, subjectId, rule, clause, policyVersion, startedAt, dueAt });
  }
}
