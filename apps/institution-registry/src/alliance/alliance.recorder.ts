import { Injectable } from '@nestjs/common';
import { Audit, viewOf, type Grant } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import { History } from '../history/history.js';
import { Reviews } from '../review/reviews.js';
import type { WholeAlliance } from './alliance.repository.js';
import { allianceView } from './alliance.view.js';
import { leadOf, type Member } from './domain/alliance.js';

/** What goes with every change of an alliance: events, history of the member, review, audit. */
@Injectable()
export class AllianceRecorder {
  constructor(
    private readonly history: History,
    private readonly reviews: Reviews,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  sayChanged(tx: Tx, alliance: WholeAlliance): void {
    const { id, allianceType, status, division } = alliance;
    const leadId = leadOf(alliance)?.institutionId;
    const event = { allianceId: id, allianceType, status, division, ...(leadId !== undefined && { leadId }) };
    this.outbox.publish(tx, EVENT.allianceChangedV1, id, event, { regioncode: division });
  }

  /** Nature and name of the member are not in it: membership never touches them. Source: REG-28. */
  sayMember(tx: Tx, grant: Grant, { id, division }: WholeAlliance, member: Member): void {
    const { institutionId, role, state, joinedOn, leftOn } = member;
    const effectiveOn = leftOn ?? joinedOn;
    const event = { allianceId: id, institutionId, role, state, effectiveOn, division };
    this.outbox.publish(tx, EVENT.allianceMembershipChangedV1, id, event, { regioncode: division });
    this.history.record(tx, grant.caller, {
      ...{ institutionId, aspect: 'ALLIANCE', subject: id, effectiveOn, action: grant.action },
      state: { allianceId: id, ...member },
    });
    this.reviews.request(tx, institutionId);
  }

  /** Records that the caller did this. @returns what it may see. */
  record(tx: Tx, grant: Grant, alliance: WholeAlliance): object {
    const { caller, action } = grant;
    this.audit.record(tx, caller, { action, resource: 'alliance', resourceId: alliance.id, outcome: 'ALLOWED' });
    return this.view(grant, alliance);
  }

  view(grant: Grant, alliance: WholeAlliance): object {
    return viewOf(grant, 'alliance', allianceView(alliance));
  }
}
