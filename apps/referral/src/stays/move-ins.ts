import { Injectable } from '@nestjs/common';
import type { Tx } from '@yiyang/persistence';
import { civilDateInShanghai, type BedKind, type CivilDate } from '@yiyang/standards';
import { Beds } from '../beds/beds.js';
import type { BedUse } from '../beds/domain/bed-use.js';
import { regionsOf, type Elder } from '../elders/domain/elder.js';
import type { Institution } from '../institutions/domain/institution.js';
import { ElderReferrals } from '../referrals/elder-referrals.js';
import { assertMayMoveIn } from './domain/admit-resident.js';
import { Whereabouts } from './whereabouts.js';

export interface MoveIn {
  readonly elder: Elder;
  readonly institution: Institution;
  readonly bedKind: BedKind;
  readonly admittedOn: CivilDate;
  readonly elderCategory?: 'EXTREMELY_POOR' | undefined;
  readonly now: Date;
}

/** Moving into a home: a bed, a stay and a care state, or nothing. */
@Injectable()
export class MoveIns {
  constructor(
    private readonly whereabouts: Whereabouts,
    private readonly beds: Beds,
    private readonly elderReferrals: ElderReferrals,
  ) {}

  async moveIn(tx: Tx, { elder, institution, bedKind, admittedOn, elderCategory, now }: MoveIn): Promise<BedUse> {
    const { id: institutionId, division } = institution;
    const today = civilDateInShanghai(now);
    await this.elderReferrals.closeForHome(tx, elder.id, institutionId, now);
    const situation = await this.whereabouts.findForUpdate(tx, elder.id);
    assertMayMoveIn(situation, { institution, admittedOn, today });
    const regions = regionsOf(elder, division);
    const isExtremelyPoor = elderCategory === 'EXTREMELY_POOR';
    const whose = { elderId: elder.id, referralId: null, isExtremelyPoor, regions };
    const wanted = { institutionId, bedKind, ...whose, at: now, today };
    const bedUse = await this.beds.get(tx, wanted, 'OCCUPIED');
    const stay = { elderId: elder.id, institutionId, side: 'CARE', bedUseId: bedUse.id, referralId: null } as const;
    this.whereabouts.beginStay(tx, { ...stay, admittedOn, regions });
    const to = { state: 'RESIDENT_STABLE', stage: null, institutionId, referralId: null } as const;
    this.whereabouts.enter(tx, elder.id, { situation, to, on: admittedOn, now, regions });
    return bedUse;
  }
}
