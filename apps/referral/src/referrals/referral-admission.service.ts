import { Injectable } from '@nestjs/common';
import type { Answer, Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { Beds } from '../beds/beds.js';
import { BedUseRepository } from '../beds/bed-use.repository.js';
import type { CareSituation } from '../care-states/domain/care-state.js';
import { Whereabouts } from '../stays/whereabouts.js';
import { admitReferral } from './domain/transfer-elder.js';
import type { By } from './domain/answer-referral.js';
import { settleIn } from './domain/settle-in.js';
import type { AdmittedReferral, Referral } from './domain/referral.js';
import { ReferralDesk, type Step } from './referral.desk.js';
import type { AdmitReferralBody } from './referral.dto.js';
import { ReferralPolicies } from './referral-policies.js';
import { Reservations } from './reservations.js';

/** The elder becomes an inpatient, or moves into a care institution. */
@Injectable()
export class ReferralAdmissionService {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly policies: ReferralPolicies,
    private readonly reservations: Reservations,
    private readonly uses: BedUseRepository,
    private readonly beds: Beds,
    private readonly whereabouts: Whereabouts,
  ) {}

  async admit(call: Call, id: string, body: AdmitReferralBody): Promise<Answer> {
    return this.desk.step(call, id, this.desk.permit(call, 'admit'), async (tx, stored, by) => {
      const { admittedOn } = body;
      const admitted = admitReferral(stored, by, { admittedOn, today: civilDateInShanghai(by.now) });
      const situation = await this.whereabouts.findForUpdate(tx, stored.elderId);
      if (stored.toSide === 'CARE')
        await this.whereabouts.leaveCareHome(tx, stored.elderId, { on: admittedOn, at: by.now });
      const referral = { ...admitted, bedUseId: await this.occupyBed(tx, stored, by.now) };
      const arrival = { referral, situation, by };
      return stored.toSide === 'CARE' ? this.intoCareHome(tx, arrival) : this.intoHospital(tx, arrival);
    });
  }

  private async intoHospital(tx: Tx, { referral, situation, by }: Arrival): Promise<Step> {
    this.whereabouts.beginStay(tx, stayOf(referral, 'MEDICAL'));
    if (await this.policies.applies(referral.toRegion, 'REF-06', civilDateInShanghai(by.now))) {
      await this.whereabouts.keepCareBed(tx, referral.elderId, by.now);
      const { id: referralId, stage, toInstitutionId: institutionId } = referral;
      const to = { state: 'INPATIENT', stage, institutionId, referralId } as const;
      this.whereabouts.enter(tx, referral.elderId, {
        situation,
        to,
        on: referral.admittedOn,
        now: by.now,
        regions: regionsAt(referral),
      });
    }
    this.reservations.endOtherRelations(tx, referral, by.now);
    return { referral };
  }

  /** Living in a care institution is no treatment that would have to be completed: the referral has done its work. */
  private async intoCareHome(tx: Tx, { referral, situation, by }: Arrival): Promise<Step> {
    const { id: referralId, stage, toInstitutionId: institutionId, admittedOn } = referral;
    this.whereabouts.beginStay(tx, stayOf(referral, 'CARE'));
    const ref07Applies = await this.policies.applies(referral.toRegion, 'REF-07', civilDateInShanghai(by.now));
    const to = { state: settleIn(situation, ref07Applies), stage, institutionId, referralId };
    this.whereabouts.enter(tx, referral.elderId, {
      situation,
      to,
      on: admittedOn,
      now: by.now,
      regions: regionsAt(referral),
    });
    this.reservations.endOtherRelations(tx, referral, by.now);
    const completed = {
      ...referral,
      status: 'COMPLETED',
      dischargedOn: admittedOn,
      destination: 'CARE_BED',
      dischargeStage: stage,
      dischargeStandard: null,
      summaryDocumentId: null,
      nextReferralId: null,
      completedAt: by.now,
    } as const;
    return { referral: completed, passed: referral };
  }

  private async occupyBed(tx: Tx, referral: Referral, at: Date): Promise<string | null> {
    const reserved =
      'bedUseId' in referral && referral.bedUseId ? await this.uses.findForUpdate(tx, referral.bedUseId) : undefined;
    if (reserved?.use === 'HELD') {
      this.beds.change(tx, reserved, 'OCCUPIED', at);
      return reserved.id;
    }
    // An emergency is admitted in any case (REF-24), if need be in a bed that the inventory does not know.
    const bed = await (referral.urgency === 'EMERGENCY'
      ? this.reservations.findBed(tx, referral, at, 'OCCUPIED')
      : this.reservations.takeBed(tx, referral, at, { use: 'OCCUPIED' }));
    return bed?.id ?? null;
  }
}

interface Arrival {
  readonly referral: AdmittedReferral;
  readonly situation: CareSituation | undefined;
  readonly by: By;
}

const regionsAt = ({ toRegion: serviceRegion, residenceRegion, insuredRegion }: AdmittedReferral) => ({
  serviceRegion,
  residenceRegion,
  insuredRegion,
});

function stayOf(referral: AdmittedReferral, side: 'MEDICAL' | 'CARE') {
  const { elderId, toInstitutionId: institutionId, bedUseId, id: referralId, admittedOn } = referral;
  return { elderId, institutionId, side, bedUseId, referralId, admittedOn, regions: regionsAt(referral) };
}
