import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Refusal } from '@yiyang/decisions';
import type { Answer, Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import { getTerm, HOSPITAL_GRADES, type HospitalGrade } from '@yiyang/standards';
import { History } from '../history/history.js';
import { changeRegistration, changesWelfareNature, type Registration } from './domain/registration.js';
import { InstitutionCommand } from './institution-command.js';
import { institutionState } from './institution-state.js';
import type { WholeInstitution } from './institution.repository.js';
import { NatureChangeAttempts } from './nature-change-attempts.js';
import type { ChangeRegistrationBody } from './registration.dto.js';

const ACTION = 'institution.change-registration';

/** Changes of what is registered of an institution. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly command: InstitutionCommand,
    private readonly attempts: NatureChangeAttempts,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  async change(call: Call, id: string, body: ChangeRegistrationBody): Promise<Answer> {
    try {
      return await this.command.run(call, ACTION, id, (tx, institution) => this.decide(tx, call, institution, body));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NATURE_CHANGE_NOT_APPROVED')
        await this.attempts.keep(call.caller, id, body);
      throw error;
    }
  }

  private async decide(
    tx: Tx,
    { caller }: Call,
    institution: WholeInstitution,
    body: ChangeRegistrationBody,
  ): Promise<Registration> {
    const { effectiveOn, reasonCode, civilAffairsApprovalNo } = body;
    const { id, name, level, grade, ownership, profitNature } = institution;
    const before = { name, level, grade, ownership, profitNature };
    const asked = {
      name: body.name ?? name,
      level: body.level ?? level,
      grade: body.grade ?? grade,
      ownership: body.ownership ?? ownership,
      profitNature: body.profitNature ?? profitNature,
    };
    const step = { asked, effectiveOn, today: this.command.today(), civilAffairsApprovalNo };
    const after = changeRegistration(before, step);
    if (changesWelfareNature(before, after)) await this.attempts.settle(tx, caller, id, effectiveOn);
    const approval = civilAffairsApprovalNo && { civilAffairsApprovalNo };
    this.history.record(tx, caller, {
      ...{ institutionId: id, aspect: 'INSTITUTION', subject: id, effectiveOn, action: ACTION, reasonCode },
      state: { ...institutionState({ ...institution, ...after }), ...approval },
    });
    this.say(tx, institution, after, effectiveOn);
    return after;
  }

  private say(tx: Tx, { id, division }: WholeInstitution, after: Registration, effectiveOn: string): void {
    const hospLv = after.grade && getTerm(HOSPITAL_GRADES, after.grade as HospitalGrade).hospLv;
    const event = {
      ...{ institutionId: id, level: after.level ?? 0, effectiveOn },
      ...{ ownership: after.ownership, profitNature: after.profitNature },
      ...(hospLv && { grade: hospLv }),
    };
    this.outbox.publish(tx, EVENT.institutionRegistrationChangedV1, id, event, { regioncode: division });
  }
}
