import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf } from '@yiyang/access';
import { EVENT, type EventData, type EventType } from '@yiyang/contracts';
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
  RestoreDesignationBody,
  SignAgreementBody,
  StopDesignationBody,
} from './designation.dto.js';
import { DesignationRepository } from './designation.repository.js';
import { designationView } from './designation.view.js';
import { acceptDesignation } from './domain/accept-designation.js';
import type { Designation } from './domain/designation.js';
import { evaluateDesignation } from './domain/evaluate-designation.js';
import { openSystem } from './domain/open-system.js';
import { signAgreement } from './domain/sign-agreement.js';
import { endDesignation, restoreDesignation, suspendDesignation } from './domain/stop-designation.js';

interface Decided<T extends EventType> {
  readonly designation: Designation;
  readonly event: EventData<T>;
}

/** What the insurance department does with an application and a designation, step by step. */
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
    return this.step(call, 'designation.accept', id, EVENT.designationAcceptedV1, async (tx, loaded, today) => {
      const acceptedOn = body.acceptedOn ?? today;
      const limits = await this.policies.clockLimits(loaded.division, acceptedOn);
      const accepted = acceptDesignation(loaded, { acceptedOn, today, limits, calendar: NATIONAL_CALENDAR });
      this.clocks.start(tx, accepted.designation, limits);
      return accepted;
    });
  }

  evaluate(call: Call, id: string, body: EvaluateDesignationBody): Promise<Answer> {
    return this.step(call, 'designation.evaluate', id, EVENT.designationEvaluatedV1, (tx, loaded, today) => {
      const evaluated = evaluateDesignation(loaded, { ...body, today });
      if (evaluated.designation.status === 'REJECTED') this.clocks.finishAll(tx, id);
      else this.clocks.evaluated(tx, id);
      return evaluated;
    });
  }

  signAgreement(call: Call, id: string, body: SignAgreementBody): Promise<Answer> {
    return this.step(call, 'designation.sign-agreement', id, EVENT.designationAgreementSignedV1, (_, loaded, today) =>
      signAgreement(loaded, { ...body, today }),
    );
  }

  openSystem(call: Call, id: string, body: OpenSystemBody): Promise<Answer> {
    return this.step(call, 'designation.open-system', id, EVENT.designationActivatedV1, (tx, loaded, today) => {
      this.clocks.finishAll(tx, id);
      return openSystem(loaded, { ...body, today });
    });
  }

  suspend(call: Call, id: string, body: StopDesignationBody): Promise<Answer> {
    return this.step(call, 'designation.suspend', id, EVENT.designationSuspendedV1, (_, loaded, today) =>
      suspendDesignation(loaded, { ...body, today }),
    );
  }

  restore(call: Call, id: string, body: RestoreDesignationBody): Promise<Answer> {
    return this.step(call, 'designation.restore', id, EVENT.designationActivatedV1, (_, loaded, today) =>
      restoreDesignation(loaded, { ...body, today }),
    );
  }

  terminate(call: Call, id: string, body: StopDesignationBody): Promise<Answer> {
    return this.step(call, 'designation.terminate', id, EVENT.designationTerminatedV1, (tx, loaded, today) => {
      this.clocks.finishAll(tx, id);
      return endDesignation(loaded, { ...body, today });
    });
  }

  private async step<T extends EventType>(
    call: Call,
    action: string,
    id: string,
    type: T,
    decide: (tx: Tx, loaded: Designation, today: CivilDate) => Decided<T> | Promise<Decided<T>>,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const today = this.clocks.today();
      const loaded = await this.designations.getForUpdate(tx, id, grant);
      if (call.version !== loaded.version) throw refusal('VERSION_CHANGED');
      const { designation, event } = await decide(tx, loaded, today);
      const stored = this.recorder.changed(tx, call.caller, action, designation, type, event);
      return changed(viewOf(grant, 'designation', designationView(stored, today)), stored.version);
    });
  }
}
