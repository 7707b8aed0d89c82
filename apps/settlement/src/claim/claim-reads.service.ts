import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { BenefitAccounts } from './benefit-accounts.js';
import { ClaimIntake } from './claim-intake.js';
import type { ClaimBody } from './claim.dto.js';
import { ClaimRepository } from './claim.repository.js';
import { preSettledView, storedClaimView } from './claim.view.js';

/** What a claim is or would be; writes nothing but the access entry. */
@Injectable()
export class ClaimReadsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly intake: ClaimIntake,
    private readonly accounts: BenefitAccounts,
    private readonly claims: ClaimRepository,
    private readonly audit: Audit,
  ) {}

  /** Same reads and same function as settling, so the amounts are the same to the fen. Source: C33. */
  async preSettle(caller: Caller, body: ClaimBody): Promise<Answer> {
    const grant = this.access.require(caller, 'claim.pre-settle');
    const draft = await this.intake.draft(caller, body);
    const { elderId } = draft.stay;
    return this.disclosures.run(caller, async (tx) => {
      await this.intake.requireDesignated(tx, draft.stay);
      const account = await this.accounts.read(tx, elderId);
      const { claim } = this.accounts.compute(account, draft);
      this.audit.record(tx, caller, {
        action: 'claim.pre-settle',
        resource: 'claim',
        elderId,
        outcome: 'ALLOWED',
      });
      return found(viewOf(grant, 'claim', preSettledView(claim)));
    });
  }

  get(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'claim.read');
    return this.disclosures.run(caller, async (tx) => {
      const claim = await this.claims.get(tx, id, grant);
      const view = storedClaimView(claim, await this.claims.entriesOf(tx, id));
      const { elderId } = claim;
      this.audit.record(tx, caller, {
        action: 'claim.read',
        resource: 'claim',
        resourceId: id,
        elderId,
        outcome: 'ALLOWED',
      });
      return found(viewOf(grant, 'claim', view), claim.version);
    });
  }
}
