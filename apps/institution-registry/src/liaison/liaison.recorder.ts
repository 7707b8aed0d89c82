import { Injectable } from '@nestjs/common';
import { Audit, viewOf, type Grant } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { History } from '../history/history.js';
import { Reviews } from '../review/reviews.js';
import type { LiaisonFormRow } from './liaison-form.entity.js';

/** What goes with every state of a liaison form: event, history of both institutions, reviews, audit. */
@Injectable()
export class LiaisonRecorder {
  constructor(
    private readonly history: History,
    private readonly reviews: Reviews,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Names and phones stay in the form: neither event nor history has them. @returns what the caller may see. */
  record(tx: Tx, grant: Grant, row: LiaisonFormRow): object {
    const { id, careInstitutionId, medicalInstitutionId, status, inOtherCounty, division } = row;
    const parties = [careInstitutionId, medicalInstitutionId].sort();
    const event = { liaisonFormId: id, careInstitutionId, medicalInstitutionId, status, inOtherCounty, division };
    this.outbox.publish(tx, EVENT.liaisonChangedV1, id, event, { regioncode: division });
    const state = { ...event, doctors: row.doctors.length, nurses: row.nurses.length };
    for (const institutionId of parties) {
      this.history.record(tx, grant.caller, {
        ...{ institutionId, aspect: 'LIAISON', subject: id, state, action: grant.action },
        effectiveOn: civilDateInShanghai(this.clock.now()),
      });
      this.reviews.request(tx, institutionId);
    }
    const { caller, action } = grant;
    this.audit.record(tx, caller, { action, resource: 'liaison-form', resourceId: id, outcome: 'ALLOWED' });
    return viewOf(grant, 'liaison-form', row);
  }
}
