import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiyang/access';
import type { Answer, Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { AgreementEndsService } from '../agreement/agreement-ends.service.js';
import { legalBasisMissing } from '../application/domain/application.js';
import { PenaltyRecorder } from '../penalty/penalty-recorder.js';
import { isLive } from './domain/integrated-status.js';
import { changeOperation, type OperationAction } from './domain/operation.js';
import { InstitutionCommand } from './institution-command.js';
import type { WholeInstitution } from './institution.repository.js';
import { OperationRecorder } from './operation-recorder.js';
import type { ForceExitBody, OperationBody, StartOperationBody, StopOperationBody } from './operation.dto.js';

interface OperationRequest {
  readonly action: string;
  readonly effectiveOn: string;
  readonly reasonCode?: string;
  readonly legalBasis?: string;
  readonly field?: string;
}

/** The operation of institutions, from the start to the end. */
@Injectable()
export class OperationService {
  constructor(
    private readonly command: InstitutionCommand,
    private readonly operations: OperationRecorder,
    private readonly agreements: AgreementEndsService,
    private readonly penalties: PenaltyRecorder,
  ) {}

  start(call: Call, id: string, { startedOn }: StartOperationBody): Promise<Answer> {
    const request = { action: 'institution.start-operation', effectiveOn: startedOn, field: 'startedOn' };
    return this.command.run(call, request.action, id, (tx, institution) => ({
      ...this.step(tx, call.caller, institution, 'start', request),
      startedOn,
    }));
  }

  /** By decision of the department; who refers and who pays hears of it by the event. Source: REG-41. */
  stop(call: Call, action: 'suspend' | 'rectify', id: string, body: StopOperationBody): Promise<Answer> {
    const request = { ...body, action: `institution.${action}` };
    return this.command.run(call, request.action, id, (tx, institution) => {
      if (body.legalBasis.trim() === '') throw legalBasisMissing(['legalBasis']);
      return this.step(tx, call.caller, institution, action, request);
    });
  }

  restore(call: Call, id: string, body: OperationBody): Promise<Answer> {
    const request = { ...body, action: 'institution.restore' };
    return this.command.run(call, request.action, id, (tx, institution) =>
      this.step(tx, call.caller, institution, 'restore', request),
    );
  }

  close(call: Call, id: string, body: OperationBody): Promise<Answer> {
    const request = { ...body, action: 'institution.close' };
    return this.command.run(call, request.action, id, async (tx, institution) => {
      const changes = this.step(tx, call.caller, institution, 'close', request);
      await this.agreements.endAllOf(tx, id, { ...request, by: call.caller });
      return changes;
    });
  }

  /** Bad practice ends an institution for good, with all its agreements, and stands in its record. Source: REG-45. */
  forceExit(call: Call, id: string, body: ForceExitBody): Promise<Answer> {
    const { conduct, legalBasis, effectiveOn } = body;
    const request = { action: 'institution.force-exit', effectiveOn, reasonCode: conduct, legalBasis };
    return this.command.run(call, request.action, id, async (tx, institution) => {
      const changes = this.step(tx, call.caller, institution, 'forceExit', request);
      const punished = { ...body, penalty: 'FORCED_EXIT', decidedOn: effectiveOn };
      await this.penalties.record(tx, call.caller, institution, punished);
      await this.agreements.endAllOf(tx, id, { ...request, by: call.caller });
      return changes;
    });
  }

  private step(
    tx: Tx,
    caller: Caller,
    institution: WholeInstitution,
    action: OperationAction,
    request: OperationRequest,
  ): Pick<WholeInstitution, 'operationState' | 'operationSince'> {
    const { effectiveOn, field } = request;
    const { operationState: state, startedOn } = institution;
    const today = this.command.today();
    const live = institution.qualifications.filter((qualification) => isLive(qualification, today));
    const qualifiedFrom = live.map(({ validFrom }) => validFrom).sort()[0];
    const step = { action, effectiveOn, today, qualifiedFrom, ...(field && { field }) };
    const to = changeOperation({ state, startedOn }, step);
    return this.operations.change(tx, caller, { ...request, institution, to });
  }
}
