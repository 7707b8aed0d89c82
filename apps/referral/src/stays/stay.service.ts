import { Injectable } from '@nestjs/common';
import { AccessDecisions, actsFor, Audit, ownInstitutions, systemContext, viewOf } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Commands, created, type Answer, type Call } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { References } from '../referrals/references.js';
import { MoveIns } from './move-ins.js';
import type { AdmitResidentBody } from './stay.dto.js';

/** A home takes in a resident. */
@Injectable()
export class StayService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly references: References,
    private readonly moveIns: MoveIns,
  ) {}

  admitResident(call: Call, body: AdmitResidentBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'stay.admit-resident');
    if (!actsFor(call.caller, body.institutionId))
      throw refusal('NOT_ALLOWED', {
        fields: [{ path: 'institutionId', rule: 'the own institution or a unit of it' }],
      });
    const prepare = async () => ({
      institution: await this.references.institution('institutionId', body.institutionId),
      elder: await this.references.relatedElder(body.elderId, ownInstitutions(call.caller)),
    });
    return this.commands.runPrepared(call, prepare, async (tx, { institution, elder }) => {
      // Where the elder is now is decided by all institutions' facts, not only by those the caller may see.
      tx.actAs(systemContext('referral'));
      const bedUse = await this.moveIns.moveIn(tx, { elder, institution, ...body, now: this.clock.now() });
      const entry = { resource: 'bed-use', resourceId: bedUse.id, elderId: elder.id, outcome: 'ALLOWED' } as const;
      this.audit.record(tx, call.caller, { action: grant.action, ...entry });
      const { useSince: from, admittedOn } = { ...bedUse, ...body };
      const view = { ...bedUse, from, to: null, admittedOn, careState: 'RESIDENT_STABLE' };
      return created(
        viewOf(grant, 'bed-use', view),
        bedUse.version,
        `/v1/bed-uses?institutionId=${body.institutionId}`,
      );
    });
  }
}
