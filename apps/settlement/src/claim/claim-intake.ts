import { Injectable } from '@nestjs/common';
import { actsFor, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { knownReference } from '@yiyang/http';
import { Clock, newId, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { CopyRepository } from '../copies/copy.repository.js';
import { DesignationRepository } from '../designation/designation.repository.js';
import { requireDesignated } from '../designation/domain/require-designated.js';
import { BenefitPolicies } from './benefit-policies.js';
import type { ClaimBody } from './claim.dto.js';
import { benefitTermsFrom } from './domain/benefit-terms-from-policy.js';
import { yearOf } from './domain/deductible-chain.js';
import { readBill } from './domain/read-bill.js';
import { requireEnded, requireInsured } from './domain/require-insured.js';
import type { ClaimedStay } from './domain/settle-stays.js';

/** A claim that may be settled: the stay and where it belongs. */
export interface ClaimDraft {
  readonly stay: ClaimedStay;
  readonly personType: string;
  readonly serviceRegion: string;
  readonly residenceRegion: string;
  readonly insuredRegion: string;
}

// The master index calls persons in employment by their scheme, the benefit tables by their status.
const benefitPersonType = (personType: string) => (personType === 'EMPLOYEE' ? 'ACTIVE' : personType);

/** Everything a claim has to pass before its amounts are computed; settling and pre-settling share it. */
@Injectable()
export class ClaimIntake {
  constructor(
    private readonly copies: CopyRepository,
    private readonly policies: BenefitPolicies,
    private readonly designations: DesignationRepository,
    private readonly clock: Clock,
  ) {}

  /** The stay that the body claims, with the terms that hold for it. Reads only what is not personal. */
  async draft(caller: Caller, body: ClaimBody): Promise<ClaimDraft> {
    const { scheme, personType, admittedOn, dischargedOn } = body;
    if (!actsFor(caller, body.institutionId))
      throw refusal('NOT_ALLOWED', { fields: [{ path: 'institutionId', rule: 'your own institution or unit' }] });
    requireEnded(body, civilDateInShanghai(this.clock.now()));
    const [institution, elder] = await Promise.all([
      knownReference('institutionId', () => this.copies.findInstitution(body.institutionId)),
      knownReference('elderId', () => this.copies.findElder(body.elderId)),
    ]);
    requireInsured(elder, body);
    // Ids as they are stored: chains compare them as text.
    const { elderId, insuredRegion, residenceRegion } = elder;
    const { institutionId } = institution;
    const policy = await this.policies.of(insuredRegion, dischargedOn);
    const terms = benefitTermsFrom(policy, {
      scheme,
      personType: benefitPersonType(personType),
      level: institution.level,
    });
    const bill = readBill(body.lines, policy.preselfRatio);
    const referralId = body.referralId?.toLowerCase() ?? null;
    const stay = {
      claimId: newId(),
      elderId,
      institutionId,
      referralId,
      scheme,
      admittedOn,
      dischargedOn,
      year: yearOf(dischargedOn),
      terms,
      bill,
    };
    return { stay, personType, serviceRegion: institution.division, residenceRegion, insuredRegion };
  }

  /** Refuses a stay that began while the institution had no active designation for its scheme. */
  async requireDesignated(tx: Tx, stay: ClaimedStay): Promise<void> {
    requireDesignated(await this.designations.ofInstitution(tx, stay.institutionId), stay);
  }
}
