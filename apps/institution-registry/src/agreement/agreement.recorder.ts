import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, type CivilDate } from '@yiyang/standards';
import { History, type Maker } from '../history/history.js';
import { Reviews } from '../review/reviews.js';
import { AgreementDeadlines, type WarningDays } from './agreement.deadlines.js';
import type { AgreementRow } from './agreement.entity.js';
import { AgreementRepository } from './agreement.repository.js';
import { statusOn } from './domain/agreement-status.js';

/** How a change is told. */
export interface Telling {
  readonly by: Maker;
  /** Action of the policy table. */
  readonly action: string;
  /** First day of the new state, where it is not today. */
  readonly effectiveOn?: CivilDate;
  readonly reasonCode?: string | undefined;
  /** Needed for what makes an agreement signed. */
  readonly warningDays?: WarningDays;
}

/** Stores a state of an agreement with all that goes with it: events, clocks, history of both parties, reviews. */
@Injectable()
export class AgreementRecorder {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly deadlines: AgreementDeadlines,
    private readonly history: History,
    private readonly reviews: Reviews,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  open(tx: Tx, row: AgreementRow, telling: Telling): void {
    this.agreements.insert(tx, row);
    this.tell(tx, undefined, row, telling);
  }

  change(tx: Tx, row: AgreementRow, changes: Partial<AgreementRow>, telling: Telling): AgreementRow {
    this.agreements.update(tx, row, changes);
    const after = { ...row, ...changes, version: row.version + 1 };
    this.tell(tx, row, after, { ...telling, reasonCode: changes.reasonCode ?? undefined });
    return after;
  }

  /** The day has come on which a signed agreement is in force. */
  sayActive(tx: Tx, row: AgreementRow): void {
    this.sayStatus(tx, row, 'ACTIVE', row.validFrom);
    this.review(tx, row);
  }

  /** Something is computed of both parties; in the order of ids, so that two changes never wait for each other crosswise. */
  review(tx: Tx, row: AgreementRow): void {
    for (const institutionId of partiesOf(row).sort()) this.reviews.request(tx, institutionId);
  }

  /** The end of the agreement is near. */
  sayEnding(tx: Tx, row: AgreementRow): void {
    const { validTo, division: regioncode } = row;
    this.outbox.publish(tx, EVENT.agreementEndingSoonV1, row.id, { ...subjectOf(row), validTo }, { regioncode });
  }

  private tell(tx: Tx, before: AgreementRow | undefined, after: AgreementRow, telling: Telling): void {
    // A draft is known to the party that writes it and to nobody else.
    if (after.status === 'DRAFT' || (before?.status === 'DRAFT' && after.status === 'WITHDRAWN')) return;
    const { by, action, reasonCode, effectiveOn = this.today() } = telling;
    if (before?.status !== after.status) this.tellStep(tx, before, after, { ...telling, effectiveOn });
    if (before && before.lastCheckedOn !== after.lastCheckedOn) this.deadlines.awaitCheck(tx, after);
    for (const institutionId of partiesOf(after)) {
      const of = { institutionId, aspect: 'AGREEMENT', subject: after.id } as const;
      this.history.record(tx, by, { ...of, effectiveOn, state: stateOf(after), action, reasonCode });
    }
    this.review(tx, after);
  }

  private tellStep(
    tx: Tx,
    before: AgreementRow | undefined,
    after: AgreementRow,
    telling: Telling & { effectiveOn: CivilDate },
  ): void {
    switch (after.status) {
      case 'PROPOSED':
        return this.tellProposed(tx, after);
      case 'SIGNED':
        return before?.status === 'SUSPENDED'
          ? this.sayStatus(tx, after, 'ACTIVE', telling.effectiveOn)
          : this.tellSigned(tx, after, telling.warningDays);
      case 'SUSPENDED':
        return this.sayStatus(tx, after, 'SUSPENDED', telling.effectiveOn);
      default:
        return this.tellEnded(tx, after);
    }
  }

  private tellProposed(tx: Tx, row: AgreementRow): void {
    this.agreements.insertCover(tx, row);
    this.deadlines.awaitEnd(tx, row);
    this.outbox.publish(tx, EVENT.agreementProposedV1, row.id, termsOf(row), { regioncode: row.division });
  }

  private tellSigned(tx: Tx, row: AgreementRow, warningDays: WarningDays): void {
    const today = this.today();
    const signed = { ...termsOf(row), signedOn: today };
    this.outbox.publish(tx, EVENT.agreementSignedV1, row.id, signed, { regioncode: row.division });
    if (statusOn(row, today) === 'ACTIVE') this.sayStatus(tx, row, 'ACTIVE', today);
    else this.deadlines.awaitStart(tx, row);
    this.deadlines.awaitEnd(tx, row, warningDays);
    this.deadlines.awaitCheck(tx, row);
  }

  private tellEnded(tx: Tx, row: AgreementRow): void {
    const { id, endedOn, reasonCode, division: regioncode } = row;
    this.agreements.releaseCover(tx, id);
    this.deadlines.finishAll(tx, id);
    const event = { agreementId: id, endedOn: endedOn ?? row.validTo, reasonCode: reasonCode ?? row.status };
    this.outbox.publish(tx, EVENT.agreementEndedV1, id, event, { regioncode });
  }

  private sayStatus(tx: Tx, row: AgreementRow, status: 'ACTIVE' | 'SUSPENDED', effectiveOn: CivilDate): void {
    const { id, reasonCode, division: regioncode } = row;
    const event = { ...subjectOf(row), status, effectiveOn, ...(reasonCode && { reasonCode }) };
    this.outbox.publish(tx, EVENT.agreementStatusChangedV1, id, event, { regioncode });
  }

  private today(): CivilDate {
    return civilDateInShanghai(this.clock.now());
  }
}

const partiesOf = ({ careInstitutionId, medicalInstitutionId }: AgreementRow) => [
  careInstitutionId,
  medicalInstitutionId,
];

function subjectOf({ id, careInstitutionId, medicalInstitutionId, division }: AgreementRow) {
  return { agreementId: id, careInstitutionId, medicalInstitutionId, division };
}

function termsOf(row: AgreementRow) {
  const { types, validFrom, validTo } = row;
  return { ...subjectOf(row), types, validFrom, validTo };
}

/** What a reader of a day sees in the history of either party. */
function stateOf(row: AgreementRow) {
  const { status, mechanisms, endedOn } = row;
  return { ...termsOf(row), mechanisms, status, endedOn };
}
