import { Injectable } from '@nestjs/common';
import type { Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import type { BedUse } from '../beds/domain/bed-use.js';
import type { CareSituation } from '../care-states/domain/care-state.js';
import { Ledger } from '../ledger/ledger.js';
import { Whereabouts } from '../stays/whereabouts.js';
import { careStateAfter } from './domain/complete-referral.js';
import type { CompletedReferral } from './domain/referral.js';
import { ReferralPolicies } from './referral-policies.js';
import { Reservations } from './reservations.js';

export interface StayEnd {
  readonly completed: CompletedReferral;
  readonly situation: CareSituation | undefined;
  readonly careBed: BedUse | undefined;
  readonly now: Date;
}

/** What the end of a hospital stay does to beds, stays, care state and ledgers. */
@Injectable()
export class StayEnds {
  constructor(
    private readonly whereabouts: Whereabouts,
    private readonly policies: ReferralPolicies,
    private readonly reservations: Reservations,
    private readonly ledger: Ledger,
  ) {}

  async apply(tx: Tx, end: StayEnd): Promise<void> {
    const { completed, careBed, now } = end;
    const leaving = { on: completed.dischargedOn, at: now };
    await this.whereabouts.leaveHospital(tx, completed.elderId, leaving);
    if (completed.nextReferralId !== null) return;
    this.reservations.endRelation(tx, completed, now);
    if (completed.destination === 'CARE_BED' && careBed) await this.returnTo(tx, careBed, end);
    else await this.whereabouts.leaveCareHome(tx, completed.elderId, leaving);
    await this.changeState(tx, end);
  }

  private async returnTo(tx: Tx, careBed: BedUse, { completed, now }: StayEnd): Promise<void> {
    this.whereabouts.returnToCareBed(tx, careBed, now);
    if (!(await this.policies.applies(completed.toRegion, 'REF-09', civilDateInShanghai(now)))) return;
    const { elderId: id, residenceRegion, insuredRegion, toInstitutionId, toRegion } = completed;
    this.ledger.append(tx, {
      referralId: completed.id,
      elder: { id, residenceRegion, insuredRegion },
      from: { institutionId: toInstitutionId, division: toRegion },
      to: { institutionId: careBed.institutionId, division: careBed.serviceRegion },
      handedOverAt: now,
    });
  }

  private async changeState(tx: Tx, { completed, situation, careBed, now }: StayEnd): Promise<void> {
    const ref07Applies = await this.policies.applies(completed.toRegion, 'REF-07', civilDateInShanghai(now));
    const state = careStateAfter(completed, { situation, ref07Applies });
    if (state === undefined) return;
    const { elderId, residenceRegion, insuredRegion, dischargeStage: stage, id: referralId } = completed;
    const isBack = completed.destination === 'CARE_BED' ? careBed : undefined;
    this.whereabouts.enter(tx, elderId, {
      situation,
      to: { state, stage, referralId, institutionId: isBack?.institutionId ?? null },
      on: completed.dischargedOn,
      now,
      regions: { residenceRegion, insuredRegion, serviceRegion: isBack?.serviceRegion ?? completed.toRegion },
    });
  }
}
