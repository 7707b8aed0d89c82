import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, decide, ownInstitutions, viewOf, type Caller, type Grant } from '@yiyang/access';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { cursorId, pageById } from '@yiyang/persistence';
import { actionsFor } from './domain/allowed.js';
import type { ReferralsQuery } from './referral.dto.js';
import { ReferralRepository, type StoredReferral } from './referral.repository.js';
import { ReferralViews } from './referral.view.js';
import { TransferPlans } from './transfer-plans.js';

/** Reads of referrals; each elder seen is an entry in the access log. */
@Injectable()
export class ReferralQueryService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly audit: Audit,
    private readonly referrals: ReferralRepository,
    private readonly plans: TransferPlans,
  ) {}

  read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'referral.read');
    return this.disclosures.run(caller, async (tx) => {
      const referral = await this.referrals.get(tx, id, grant);
      this.audit.record(tx, caller, this.entry(grant, referral));
      return found(viewOf(grant, 'referral', this.view(referral)), referral.version);
    });
  }

  list(caller: Caller, query: ReferralsQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'referral.list');
    const { inbox, outbox, status, limit, cursor } = query;
    const before = cursorId(cursor) ?? null;
    return this.disclosures.run(caller, async (tx) => {
      const rows = await this.referrals.list(tx, grant, { inbox, outbox, status, before, limit });
      const page = pageById(rows, limit);
      const seen = page.items.map((referral) => this.entry(grant, referral));
      this.audit.recordEach(tx, caller, seen);
      const items = page.items.map((referral) => viewOf(grant, 'referral', ReferralViews.of(referral)));
      return found({ items, nextCursor: page.nextCursor });
    });
  }

  /** What this caller can do with the referral now: permission, side and status together (C23). */
  actions(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'referral.read');
    return this.disclosures.run(caller, async (tx) => {
      const referral = await this.referrals.get(tx, id, grant);
      this.audit.record(tx, caller, this.entry(grant, referral));
      const permitted = actionsFor(referral, ownInstitutions(caller)).filter(
        (action) => decide(caller, `referral.${action}`).allowed,
      );
      return found({ actions: permitted }, referral.version);
    });
  }

  private view(referral: StoredReferral): object {
    const { planSealed, id } = referral;
    return ReferralViews.of(referral, planSealed === null ? undefined : this.plans.open(id, planSealed));
  }

  private entry(grant: Grant, { id, elderId }: StoredReferral) {
    return { action: grant.action, resource: 'referral', resourceId: id, elderId, outcome: 'ALLOWED' } as const;
  }
}
