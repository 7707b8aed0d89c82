import { Injectable } from '@nestjs/common';
import { AccessDecisions, actsFor, viewOf } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Commands, created, knownReference, type Answer, type Call } from '@yiyang/http';
import { Clock, newId } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { CopyRepository } from '../copies/copy.repository.js';
import { DesignationPolicies } from './designation-policies.js';
import { DesignationRecorder } from './designation-recorder.js';
import type { ApplyForDesignationBody } from './designation.dto.js';
import { designationView } from './designation.view.js';
import { applyForDesignation } from './domain/apply-for-designation.js';

/** Applications for insurance designation. */
@Injectable()
export class DesignationService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly copies: CopyRepository,
    private readonly policies: DesignationPolicies,
    private readonly recorder: DesignationRecorder,
    private readonly clock: Clock,
  ) {}

  apply(call: Call, body: ApplyForDesignationBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'designation.apply');
    if (!actsFor(call.caller, body.institutionId))
      throw refusal('NOT_ALLOWED', { fields: [{ path: 'institutionId', rule: 'your own institution or unit' }] });
    const prepare = () => this.applicantOf(body);
    return this.commands.runPrepared(call, prepare, async (tx, { applicant, minimum, today }) => {
      const applied = applyForDesignation(applicant, minimum, { id: newId(), schemes: body.schemes, today });
      const { designation, event } = applied;
      this.recorder.inserted(tx, call.caller, 'designation.apply', designation, EVENT.designationAppliedV1, event);
      return created(
        viewOf(grant, 'designation', designationView(designation, today)),
        1,
        `/v1/designations/${designation.id}`,
      );
    });
  }

  /** The institution that applies, and what its region asks of it today. */
  private async applicantOf({ institutionId, schemes }: ApplyForDesignationBody) {
    const applicant = await knownReference('institutionId', () => this.copies.findInstitution(institutionId));
    const today = civilDateInShanghai(this.clock.now());
    const minimum = await this.policies.minimumOperation(applicant.division, today);
    await this.policies.requireSchemes(applicant.division, schemes, today);
    return { applicant, minimum, today };
  }
}
