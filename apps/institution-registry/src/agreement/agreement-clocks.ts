import { Injectable } from '@nestjs/common';
import { Clock, type OnDue, type Tx } from '@yiyang/persistence';
import type { DeadlineHandlers } from '@yiyang/service';
import { addDays, civilDateInShanghai } from '@yiyang/standards';
import { CLOCK } from '../history/history.js';
import { CHECK, END, START } from './agreement.deadlines.js';
import type { AgreementRow } from './agreement.entity.js';
import { AgreementRecorder } from './agreement.recorder.js';
import { AgreementRepository } from './agreement.repository.js';
import { statusOn, type AgreementStatus } from './domain/agreement-status.js';

/** What the days of an agreement bring: it begins, a check is overdue, its end is near, it ends. Each is told once. */
@Injectable()
export class AgreementClocks implements DeadlineHandlers {
  readonly handlers: Readonly<Record<string, OnDue>> = {
    [START]: this.of(['ACTIVE'], (tx, row) => this.recorder.sayActive(tx, row)),
    [CHECK]: this.of(['ACTIVE', 'SUSPENDED'], (tx, row) => this.recorder.review(tx, row)),
    [END]: (tx, deadline, moment) => (moment === 'WARNING' ? this.warn : this.end)(tx, deadline, moment),
  };

  /** CON-04: before the end, unless what continues the agreement is signed. */
  private readonly warn = this.of(['SIGNED', 'ACTIVE', 'SUSPENDED'], async (tx, row) => {
    if (!(await this.agreements.isRenewed(tx, row.id))) this.recorder.sayEnding(tx, row);
  });

  private readonly end = this.of(['EXPIRED'], (tx, row) => {
    const changes = { status: 'EXPIRED', endedOn: row.validTo, reasonCode: 'EXPIRED' } as const;
    const effectiveOn = addDays(row.validTo, 1);
    this.recorder.change(tx, row, changes, { by: CLOCK, action: END, effectiveOn });
  });

  constructor(
    private readonly agreements: AgreementRepository,
    private readonly recorder: AgreementRecorder,
    private readonly clock: Clock,
  ) {}

  /** Acts on an agreement that is in one of the statuses; a clock that comes too late finds it in another. */
  private of(statuses: readonly AgreementStatus[], act: (tx: Tx, row: AgreementRow) => Promise<void> | void): OnDue {
    return async (tx, { subjectId }) => {
      const row = await this.agreements.findForClock(tx, subjectId);
      if (row && statuses.includes(statusOn(row, civilDateInShanghai(this.clock.now())))) await act(tx, row);
    };
  }
}
