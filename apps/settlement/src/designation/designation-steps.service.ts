import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { NATIONAL_CALENDAR, type CivilDate } from '@yiyang/standards';
import { DesignationClockRows } from './designation-clock-rows.js';
import { DesignationPolicies } from './designation-policies.js';
import { DesignationRecorder } from './designation-recorder.js';
import type {
  AcceptDesignationBody,
  EvaluateDesignationBody,
  OpenSystemBody,
  SignAgreementBody,
} from './designation.dto.js';
import { DesignationRepository } from './designation.repository.js';
import { designationView } from './designation.view.js';
import { acceptDesignation } from './domain/accept-designation.js';
import type { Designation } from './domain/designation.js';
import { evaluateDesignation } from './domain/evaluate-designation.js';
import { openSystem } from './domain/open-system.js';
import { signAgreement } from './domain/sign-agreement.js';

/** What the insurance department does with an application, step by step. */
@Injectable()
export class DesignationStepsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly policies: DesignationPolicies,
    private readonly designations: DesignationRepository,
    private readonly recorder: DesignationRecorder,
    private readonly clocks: DesignationClockRows,
  ) {}

  accept(call: Call, id: string, body: AcceptDesignationBody): Promise<Answer> {
    return this.step(call, 'designation.accept', id, async (tx, loaded, today) => {
      const acceptedOn = body.acceptedOn ?? today;
      const limits = await this.policies.clockLimits(loaded.division, acceptedOn);
      const { designation, event } = acceptDesignation(loaded, {
        acceptedOn,
        today,
        limits,
        calendar: NATIONAL_CALENDAR,
      });
      this.clocks.start(tx, designation, limits);
      return this.recorder.changed(
        tx,
        call.caller,
        'designation.accept',
        designation,
        EVENT.designationAcceptedV1,
        event,
      );
    });
  }

  evaluate(call: Call, id: string, body: EvaluateDesignationBody): Promise<Answer> {
    return this.step(call, 'designation.evaluate', id, async (tx, loaded, today) => {
      const { designation, event } = evaluateDesignation(loaded, { ...body, today });
      if (designation.status === 'REJECTED') this.clocks.finishAll(tx, id);
      else this.clocks.evaluated(tx, id);
      return this.recorder.changed(
        tx,
        call.caller,
        'designation.evaluate',
        designation,
        EVENT.designationEvaluatedV1,
        event,
      );
    });
  }

  signAgreement(call: Call, id: string, body: SignAgreementBody): Promise<Answer> {
    return this.step(call, 'designation.sign-agreement', id, async (tx, loaded, today) => {
      const { designation, event } = signAgreement(loaded, { ...body, today });
      return this.recorder.changed(
        tx,
        call.caller,
        'designation.sign-agreement',
        designation,
        EVENT.designationAgreementSignedV1,
        event,
      );
    });
  }

  openSystem(call: Call, id: string, body: OpenSystemBody): Promise<Answer> {
    return this.step(call, 'designation.open-system', id, async (tx, loaded, today) => {
      const { designation, event } = openSystem(loaded, { ...body, today });
      this.clocks.finishAll(tx, id);
      return this.recorder.changed(
        tx,
        call.caller,
        'designation.open-system',
        designation,
        EVENT.designationActivatedV1,
        event,
      );
    });
  }

  private async step(
    call: Call,
    action: string,
    id: string,
    decide: (tx: Tx, designation: Designation, today: CivilDate) => Promise<Designation>,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const today = this.clocks.today();
      const loaded = await this.designations.getForUpdate(tx, id, grant);
      if (call.version !== loaded.version) throw refusal('VERSION_CHANGED');
      const designation = await decide(tx, loaded, today);
      return changed(viewOf(grant, 'designation', designationView(designation, today)), designation.version);
    });
  }
}
