import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import {
  Act,
  ChangeCall,
  Create,
  CreateCall,
  EmptyBody,
  Read,
  Replace,
  UuidParam,
  type Answer,
  type Call,
} from '@yiyang/http';
import { ApplicationQuery, TimelinessQuery } from './application-query.dto.js';
import { ApplicationReadsService } from './application-reads.service.js';
import { ApplicationStepsService } from './application-steps.service.js';
import { ApplicationBody, ShownMaterialsBody, SubmitApplicationBody } from './application.dto.js';
import { ApplicationService } from './application.service.js';
import { ApplicationPage, ApplicationView } from './application.view.js';
import { TimelinessView } from './timeliness.view.js';

/** What applicants do, and what is seen of it. */
@Controller('v1/applications')
export class ApplicationController {
  constructor(
    private readonly applications: ApplicationService,
    private readonly steps: ApplicationStepsService,
    private readonly reads: ApplicationReadsService,
  ) {}

  @Create('', 'application.submit', {
    summary: '提交申请 Submit an application',
    body: SubmitApplicationBody,
    returns: ApplicationView,
  })
  submit(@CreateCall() call: Call, @Body() body: SubmitApplicationBody): Promise<Answer> {
    return this.applications.submit(call, body);
  }

  @Read('', 'application.list', { summary: '查询申请 List applications', returns: ApplicationPage })
  list(@CallerParam() caller: Caller, @Query() query: ApplicationQuery): Promise<Answer> {
    return this.reads.list(caller, query);
  }

  @Read('timeliness', 'application.timeliness', {
    summary: '绿色通道按时办结率 Share of the green channel answered in time',
    returns: TimelinessView,
  })
  timeliness(@CallerParam() caller: Caller, @Query() query: TimelinessQuery): Promise<Answer> {
    return this.reads.timeliness(caller, query);
  }

  @Read(':id', 'application.read', { summary: '查看申请 Read an application', returns: ApplicationView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.reads.read(caller, id);
  }

  @Replace(':id', 'application.revise', {
    summary: '修改申请草稿 Replace a draft',
    body: ApplicationBody,
    returns: ApplicationView,
  })
  revise(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: ApplicationBody): Promise<Answer> {
    return this.applications.revise(call, id, body);
  }

  @Act(':id/submit', 'application.submit-draft', {
    summary: '提交申请草稿 Submit a draft',
    body: EmptyBody,
    returns: ApplicationView,
  })
  submitDraft(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.applications.submitDraft(call, id);
  }

  @Act(':id/resubmit', 'application.resubmit', {
    summary: '补正后再次提交 Give what was missing',
    body: ShownMaterialsBody,
    returns: ApplicationView,
  })
  resubmit(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: ShownMaterialsBody): Promise<Answer> {
    return this.steps.resubmit(call, id, body);
  }

  @Act(':id/withdraw', 'application.withdraw', {
    summary: '撤回申请 Withdraw',
    body: EmptyBody,
    returns: ApplicationView,
  })
  withdraw(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.steps.withdraw(call, id);
  }
}
