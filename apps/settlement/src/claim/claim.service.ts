import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, type Answer, type Call } from '@yiyang/http';
import { BenefitAccounts } from './benefit-accounts.js';
import { ClaimIntake } from './claim-intake.js';
import type { CancelClaimBody, ClaimBody } from './claim.dto.js';
import { ClaimRepository } from './claim.repository.js';
import { claimView } from './claim.view.js';

/** Settling stays and taking settlements back. Source: requirements §8.9; standards §10. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly intake: ClaimIntake,
    private readonly accounts: BenefitAccounts,
    private readonly claims: ClaimRepository,
    private readonly audit: Audit,
  ) {}

  settle(call: Call, body: ClaimBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'claim.settle');
    const prepare = () => this.intake.draft(call.caller, body);
    return this.commands.runPrepared(call, prepare, async (tx, draft) => {
      await this.intake.requireDesignated(tx, draft.stay);
      const account = await this.accounts.open(tx, draft.stay.elderId);
      const claim = this.accounts.add(tx, account, draft);
      const { id: resourceId, elderId } = claim;
      this.audit.record(tx, call.caller, {
        action: 'claim.settle',
        resource: 'claim',
        resourceId,
        elderId,
        outcome: 'ALLOWED',
      });
      return created(viewOf(grant, 'claim', claimView(claim)), claim.version, `/v1/claims/${claim.id}`);
    });
  }

  cancel(call: Call, id: string, body: CancelClaimBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'claim.cancel');
    return this.commands.run(call, async (tx) => {
      const { id: claimId, elderId } = await this.claims.get(tx, id, grant);
      const account = await this.accounts.open(tx, elderId);
      const claim = account.find(claimId);
      if (!claim) throw refusal('CLAIM_NOT_CANCELLABLE', { rule: 'STD-10.2' });
      if (claim.version !== call.version) throw refusal('VERSION_CHANGED');
      const cancelled = this.accounts.remove(tx, account, claim, body.reasonCode);
      this.audit.record(tx, call.caller, {
        action: 'claim.cancel',
        resource: 'claim',
        resourceId: claimId,
        elderId,
        outcome: 'ALLOWED',
      });
      return changed(viewOf(grant, 'claim', claimView(cancelled)), cancelled.version);
    });
  }
}
