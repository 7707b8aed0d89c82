import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import type { Answer, Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { getTerm, HOSPITAL_GRADES, type HospitalGrade } from '@yiyang/standards';
import { History } from '../history/history.js';
import { changeRegistration } from './domain/registration.js';
import { InstitutionCommand } from './institution-command.js';
import { institutionState } from './institution-state.js';
import type { ChangeRegistrationBody } from './registration.dto.js';

/** Changes of what is registered of an institution. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly command: InstitutionCommand,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  change(call: Call, id: string, body: ChangeRegistrationBody): Promise<Answer> {
    const action = 'institution.change-registration';
    const { effectiveOn, reasonCode, civilAffairsApprovalNo } = body;
    return this.command.run(call, action, id, (tx, institution) => {
      const { name, level, grade, ownership, profitNature, division } = institution;
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
      const approval = civilAffairsApprovalNo && { civilAffairsApprovalNo };
      this.history.record(tx, call.caller, {
        ...{ institutionId: id, aspect: 'INSTITUTION', subject: id, effectiveOn, action, reasonCode },
        state: { ...institutionState({ ...institution, ...after }), ...approval },
      });
      const hospLv = after.grade && getTerm(HOSPITAL_GRADES, after.grade as HospitalGrade).hospLv;
      const event = {
        ...{ institutionId: id, level: after.level ?? 0, effectiveOn },
        ...{ ownership: after.ownership, profitNature: after.profitNature },
        ...(hospLv && { grade: hospLv }),
      };
      this.outbox.publish(tx, EVENT.institutionRegistrationChangedV1, id, event, { regioncode: division });
      return after;
    });
  }
}
