import { Injectable } from '@nestjs/common';
import type { Answer, Call } from '@yiyang/http';
import { newId, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import type { CareSituation } from '../care-states/domain/care-state.js';
import { standsFor } from '../institutions/domain/institution.js';
import { Whereabouts } from '../stays/whereabouts.js';
import { assertAllowed } from './domain/allowed.js';
import type { By } from './domain/answer-referral.js';
import { completeReferral } from './domain/complete-referral.js';
import type { CompletedReferral } from './domain/referral.js';
import { References } from './references.js';
import { ReferralDesk } from './referral.desk.js';
import type { CompleteReferralBody, ReferOnBody } from './referral.dto.js';
import { ReferralOpening } from './referral-opening.js';
import { ReferralPolicies } from './referral-policies.js';
import { StayEnds } from './stay-ends.js';

/** The stay that a referral asked for ends; where the elder is referred on, the next link opens in the same transaction. */
@Injectable()
export class ReferralCompletionService {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly references: References,
    private readonly policies: ReferralPolicies,
    private readonly whereabouts: Whereabouts,
    private readonly ends: StayEnds,
    private readonly opening: ReferralOpening,
  ) {}

  async complete(call: Call, id: string, body: CompleteReferralBody): Promise<Answer> {
    const grant = this.desk.permit(call, 'complete');
    const summary = await this.references.document('summaryDocumentId', body.summaryDocumentId);
    const next = body.referOn && (await this.namedBy(body.referOn));
    return this.desk.step(call, id, grant, async (tx, stored, by) => {
      assertAllowed(stored, 'complete', by.institutionIds);
      const today = civilDateInShanghai(by.now);
      const receiver = await this.references.institution('toInstitutionId', stored.toInstitutionId);
      const situation = await this.whereabouts.findForUpdate(tx, stored.elderId);
      const careBed = await this.whereabouts.findCareBed(tx, stored.elderId);
      const completed = completeReferral(stored, by, body, {
        today,
        summary,
        summaryFrom: [...standsFor(receiver), ...by.institutionIds],
        hasCareBed: careBed !== undefined,
        nextReferralId: next ? newId() : null,
        needsConvalescentStage: await this.policies.applies(stored.toRegion, 'REF-07', today),
      });
      await this.ends.apply(tx, { completed, situation, careBed, now: by.now });
      if (!next) return { referral: completed };
      return {
        referral: completed,
        afterwards: () => this.referOn(tx, { completed, situation, receiver, ...next, by }),
      };
    });
  }

  private async referOn(tx: Tx, link: Link): Promise<void> {
    const { completed, situation, receiver: from, to, consent, request, by } = link;
    const { elderId, residenceRegion, insuredRegion, nextReferralId, chainId, id } = completed;
    const elder = { id: elderId, residenceRegion, insuredRegion };
    const { now } = by;
    const opening = { elder, from, to, consent, situation, now, continues: { id, chainId } };
    await this.opening.open(tx, request, { ...opening, ...(nextReferralId !== null && { id: nextReferralId }) });
  }

  private async namedBy(referOn: ReferOnBody) {
    const to = await this.references.institution('referOn.toInstitutionId', referOn.toInstitutionId);
    return { request: referOn, to, consent: await this.references.consent('referOn.consentId', referOn.consentId) };
  }
}

type Named = Awaited<ReturnType<ReferralCompletionService['namedBy']>>;

interface Link extends Named {
  readonly completed: CompletedReferral;
  readonly situation: CareSituation | undefined;
  readonly receiver: Parameters<typeof standsFor>[0];
  readonly by: By;
}
