import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { DesignationReadsService } from './designation-reads.service.js';
import { DesignationStepsService } from './designation-steps.service.js';
import {
  AcceptDesignationBody,
  ApplyForDesignationBody,
  DesignationQuery,
  EvaluateDesignationBody,
  OpenSystemBody,
  RestoreDesignationBody,
  SignAgreementBody,
  StopDesignationBody,
} from './designation.dto.js';
import { DesignationService } from './designation.service.js';
import { DesignationPage, DesignationView } from './designation.view.js';

/** 医保定点 Insurance designations. */
@Controller('v1/designations')
export class DesignationController {
  constructor(
    private readonly designations: DesignationService,
    private readonly steps: DesignationStepsService,
    private readonly reads: DesignationReadsService,
  ) {}

  @Create('', 'designation.apply', {
    summary: '申请医保定点 Apply for insurance designation',
    returns: DesignationView,
  })
  apply(@CreateCall() call: Call, @Body() body: ApplyForDesignationBody): Promise<Answer> {
    return this.designations.apply(call, body);
  }

  @Act(':id/accept', 'designation.accept', { summary: '受理申请 Accept an application', returns: DesignationView })
  accept(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AcceptDesignationBody): Promise<Answer> {
    return this.steps.accept(call, id, body);
  }

  @Act(':id/evaluate', 'designation.evaluate', { summary: '定点评估 Record the evaluation', returns: DesignationView })
  evaluate(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: EvaluateDesignationBody,
  ): Promise<Answer> {
    return this.steps.evaluate(call, id, body);
  }

  @Act(':id/sign-agreement', 'designation.sign-agreement', {
    summary: '签订协议 Sign the agreement',
    returns: DesignationView,
  })
  signAgreement(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: SignAgreementBody,
  ): Promise<Answer> {
    return this.steps.signAgreement(call, id, body);
  }

  @Act(':id/open-system', 'designation.open-system', {
    summary: '开通系统 Open the information system',
    returns: DesignationView,
  })
  openSystem(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: OpenSystemBody): Promise<Answer> {
    return this.steps.openSystem(call, id, body);
  }

  @Act(':id/suspend', 'designation.suspend', { summary: '中止定点 Suspend a designation', returns: DesignationView })
  suspend(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: StopDesignationBody): Promise<Answer> {
    return this.steps.suspend(call, id, body);
  }

  @Act(':id/restore', 'designation.restore', { summary: '恢复定点 Restore a designation', returns: DesignationView })
  restore(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: RestoreDesignationBody,
  ): Promise<Answer> {
    return this.steps.restore(call, id, body);
  }

  @Act(':id/terminate', 'designation.terminate', { summary: '终止定点 End a designation', returns: DesignationView })
  terminate(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: StopDesignationBody): Promise<Answer> {
    return this.steps.terminate(call, id, body);
  }

  @Read(':id', 'designation.read', { summary: '查看定点 Read a designation', returns: DesignationView })
  get(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.reads.get(caller, id);
  }

  @Read('', 'designation.read', { summary: '查询定点 List designations', returns: DesignationPage })
  list(@CallerParam() caller: Caller, @Query() query: DesignationQuery): Promise<Answer> {
    return this.reads.list(caller, query);
  }
}
