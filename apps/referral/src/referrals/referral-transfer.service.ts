import { Injectable } from '@nestjs/common';
import type { Answer, Call } from '@yiyang/http';
import { civilDateInShanghai } from '@yiyang/standards';
import { Ledger } from '../ledger/ledger.js';
import { assertAllowed } from './domain/allowed.js';
import { dispatchReferral, receiveReferral } from './domain/transfer-elder.js';
import { ReferralDesk } from './referral.desk.js';
import type { DispatchReferralBody, ReceiveReferralBody } from './referral.dto.js';
import { ReferralPolicies } from './referral-policies.js';
import { Reservations } from './reservations.js';
import { TimeLimits } from './time-limits.js';
import { TransferPlans } from './transfer-plans.js';

/** The elder travels: the sender sends, the receiver receives. */
@Injectable()
export class ReferralTransferService {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly policies: ReferralPolicies,
    private readonly plans: TransferPlans,
    private readonly reservations: Reservations,
    private readonly limits: TimeLimits,
    private readonly ledger: Ledger,
  ) {}

  async dispatch(call: Call, id: string, body: DispatchReferralBody): Promise<Answer> {
    return this.desk.step(call, id, this.desk.permit(call, 'dispatch'), async (tx, stored, by) => {
      const plan = body.plan ?? {};
      const needsPlan = await this.policies.applies(stored.toRegion, 'REF-13', civilDateInShanghai(by.now));
      const dispatched = dispatchReferral(stored, by, { plan, needsPlan });
      // The hold may have run out meanwhile: nobody is sent where no bed waits, but in an emergency.
      const mustHold = dispatched.bedUseId === null && dispatched.urgency !== 'EMERGENCY';
      const bed = mustHold ? await this.reservations.takeBed(tx, stored, by.now) : undefined;
      this.limits.onDispatched(tx, dispatched, by.now);
      const referral = { ...dispatched, bedUseId: dispatched.bedUseId ?? bed?.id ?? null };
      return { referral, columns: { planSealed: this.plans.seal(id, plan) } };
    });
  }

  async receive(call: Call, id: string, body: ReceiveReferralBody): Promise<Answer> {
    return this.desk.step(call, id, this.desk.permit(call, 'receive'), async (tx, stored, by) => {
      assertAllowed(stored, 'receive', by.institutionIds);
      const referral = receiveReferral(stored, by, body.arrivedAt);
      this.limits.onArrivedOrEnded(tx, referral, by.now);
      if (await this.policies.applies(stored.toRegion, 'REF-09', civilDateInShanghai(by.now)))
        this.ledger.append(tx, {
          referralId: id,
          elder: { id: stored.elderId, residenceRegion: stored.residenceRegion, insuredRegion: stored.insuredRegion },
          from: { institutionId: stored.fromInstitutionId, division: stored.fromRegion },
          to: { institutionId: stored.toInstitutionId, division: stored.toRegion },
          handedOverAt: referral.arrivedAt,
        });
      return { referral };
    });
  }
}
