import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, ownInstitutions, systemContext, viewOf, type Grant } from '@yiyang/access';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import { Clock, type Tx } from '@yiyang/persistence';
import type { ReferralAction } from './domain/allowed.js';
import type { By } from './domain/answer-referral.js';
import type { Referral } from './domain/referral.js';
import { ReferralAnnouncements } from './referral.announcements.js';
import type { ReferralRow } from './referral.entity.js';
import { ReferralRepository, type StoredReferral } from './referral.repository.js';
import { ReferralViews } from './referral.view.js';

/** What a step has made of a referral. */
export interface Step {
  /** The status reached last. */
  readonly referral: Exclude<Referral, { status: 'REQUESTED' }>;
  /** A status passed on the way; said as an event, not stored. */
  readonly passed?: Exclude<Referral, { status: 'REQUESTED' }>;
  readonly columns?: Partial<ReferralRow>;
  /** What must come after the referral is written. */
  readonly afterwards?: () => Promise<void>;
}

export type Decide = (tx: Tx, referral: StoredReferral, by: By) => Promise<Step>;

/** Takes a referral one step further: permission, load, decide, write, announce, audit, answer. */
@Injectable()
export class ReferralDesk {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly referrals: ReferralRepository,
    private readonly announcements: ReferralAnnouncements,
  ) {}

  /** May the caller do this to some referral? Asked before anything is looked up. */
  permit(call: Call, action: ReferralAction): Grant {
    return this.access.require(call.caller, `referral.${action}`);
  }

  step(call: Call, id: string, grant: Grant, decide: Decide): Promise<Answer> {
    return this.commands.run(call, async (tx) => {
      const stored = await this.referrals.getForUpdate(tx, id, grant, call.version);
      // The caller's rights end with the load; the effects on beds, states and ledgers of others follow the rules.
      tx.actAs(systemContext('referral'));
      const by = { institutionIds: ownInstitutions(call.caller), now: this.clock.now() };
      const { referral, passed, columns, afterwards } = await decide(tx, stored, by);
      this.referrals.update(tx, referral, columns);
      if (passed) this.announcements.reached(tx, passed);
      this.announcements.reached(tx, referral);
      await afterwards?.();
      const { elderId } = referral;
      const entry = {
        action: grant.action,
        resource: 'referral',
        resourceId: id,
        elderId,
        outcome: 'ALLOWED',
      } as const;
      this.audit.record(tx, call.caller, entry);
      const version = stored.version + 1;
      const view = ReferralViews.of({ ...stored, ...referral, ...columns, version });
      return changed(viewOf(grant, 'referral', view), version);
    });
  }
}
