import { Injectable } from '@nestjs/common';
import { AccessDecisions, actsFor, Audit, ownInstitutions, systemContext, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Commands, created, type Answer, type Call } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { standsFor } from '../institutions/domain/institution.js';
import { ElderReferrals } from './elder-referrals.js';
import { References } from './references.js';
import type { RequestReferralBody } from './referral.dto.js';
import { ReferralViews } from './referral.view.js';

/** A sender asks another institution to take an elder. */
@Injectable()
export class ReferralRequestService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly references: References,
    private readonly elderReferrals: ElderReferrals,
  ) {}

  request(call: Call, body: RequestReferralBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'referral.request');
    if (!actsFor(call.caller, body.fromInstitutionId))
      throw refusal('NOT_ALLOWED', {
        fields: [{ path: 'fromInstitutionId', rule: 'the own institution or a unit of it' }],
      });
    const prepare = () => this.namedBy(call.caller, body);
    return this.commands.runPrepared(call, prepare, async (tx, named) => {
      // Other institutions' referrals and beds of the elder count, though the caller may not see them.
      tx.actAs(systemContext('referral'));
      const opened = await this.elderReferrals.openFor(tx, body, { ...named, now: this.clock.now() });
      const { id } = opened.referral;
      const entry = { resource: 'referral', resourceId: id, elderId: named.elder.id, outcome: 'ALLOWED' } as const;
      this.audit.record(tx, call.caller, { action: grant.action, ...entry });
      const view = ReferralViews.of({ ...opened.referral, papersDueAt: opened.papersDueAt });
      return created(viewOf(grant, 'referral', view), 1, `/v1/referrals/${id}`);
    });
  }

  /** What the body names, as far as the caller has to do with it. */
  private async namedBy(caller: Caller, body: RequestReferralBody) {
    const from = await this.references.institution('fromInstitutionId', body.fromInstitutionId);
    const to = await this.references.receiver(from, body.toInstitutionId);
    const ours = [...standsFor(from), ...ownInstitutions(caller)];
    const isEmergency = body.urgency === 'EMERGENCY';
    const elder = await (isEmergency
      ? this.references.anyElder(body.elderId)
      : this.references.relatedElder(body.elderId, ours));
    return { from, to, elder, consent: await this.references.consent('consentId', body.consentId) };
  }
}
