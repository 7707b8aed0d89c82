import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import type { Tx } from '@yiyang/persistence';
import { civilDateInShanghai, type BedKind } from '@yiyang/standards';
import { Beds, type WantedBed } from '../beds/beds.js';
import { sideOfBed, USUAL_BED, type BedUse } from '../beds/domain/bed-use.js';
import { CareRelations } from '../elders/care-relations.js';
import type { Referral } from './domain/referral.js';
import { ReferralPolicies } from './referral-policies.js';

/** Beds for referrals: reserved on acceptance, given back when nobody comes. Source: REF-05. */
@Injectable()
export class Reservations {
  constructor(
    private readonly beds: Beds,
    private readonly policies: ReferralPolicies,
    private readonly relations: CareRelations,
  ) {}

  /** Reserves or occupies a bed; where REF-05 applies none free is a refusal, elsewhere it is no bed. */
  async takeBed(
    tx: Tx,
    referral: Referral,
    at: Date,
    options: { readonly bedKind?: BedKind | undefined; readonly use?: 'HELD' | 'OCCUPIED' } = {},
  ): Promise<BedUse | undefined> {
    const wanted = this.wantedBy(referral, at, options.bedKind);
    const use = options.use ?? 'HELD';
    const mustHaveOne = await this.policies.applies(referral.toRegion, 'REF-05', wanted.today);
    return mustHaveOne ? this.beds.get(tx, wanted, use) : this.beds.find(tx, wanted, use);
  }

  /** A bed if there is one: an emergency is taken in any case (REF-24). */
  findBed(tx: Tx, referral: Referral, at: Date, use: 'HELD' | 'OCCUPIED' = 'HELD'): Promise<BedUse | undefined> {
    return this.beds.find(tx, this.wantedBy(referral, at), use);
  }

  /** From acceptance on the receiver has to do with the elder. */
  openRelation(tx: Tx, { id: becauseOf, toInstitutionId: institutionId, elderId }: Referral): void {
    this.relations.open(tx, { becauseOf, kind: 'REFERRAL', institutionId, elderId });
  }

  /** The elder has moved on: whom earlier referrals concerned, they concern no longer. */
  endOtherRelations(tx: Tx, { elderId, id }: Referral, at: Date): void {
    this.relations.endOtherReferrals(tx, elderId, id, at);
  }

  endRelation(tx: Tx, { id }: Referral, at: Date): void {
    this.relations.end(tx, id, at);
  }

  /** The referral came to nothing: bed and relation end. */
  async giveBack(tx: Tx, referral: Referral, at: Date): Promise<void> {
    const bedUseId = 'bedUseId' in referral ? referral.bedUseId : null;
    await this.beds.release(tx, bedUseId, at);
    this.relations.end(tx, referral.id, at);
  }

  private wantedBy(referral: Referral, at: Date, bedKind?: BedKind): WantedBed {
    const kind = bedKind ?? referral.bedKind ?? USUAL_BED[referral.toSide];
    if (sideOfBed(kind) !== referral.toSide)
      throw refusal('BED_KIND_NOT_THERE', { rule: 'REF-05', inputs: { bedKind: kind, side: referral.toSide } });
    const {
      toInstitutionId: institutionId,
      elderId,
      id: referralId,
      toRegion,
      residenceRegion,
      insuredRegion,
    } = referral;
    const regions = { serviceRegion: toRegion, residenceRegion, insuredRegion };
    const isExtremelyPoor = false;
    const today = civilDateInShanghai(at);
    return { institutionId, bedKind: kind, elderId, referralId, isExtremelyPoor, regions, at, today };
  }
}
