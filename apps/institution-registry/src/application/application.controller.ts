import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, EmptyBody, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ShownMaterialsBody, SubmitApplicationBody } from './application.dto.js';
import { ApplicationQuery, TimelinessQuery } from './application-query.dto.js';
import {
  ApproveApplicationBody,
  AskMoreBody,
  FileApplicationBody,
  RefuseApplicationBody,
  ScopeChangeBody,
} from './application-steps.dto.js';
import { ApplicationStepsService } from './application-steps.service.js';
import { ApplicationService } from './application.service.js';
import { ApplicationPage, ApplicationView } from './application.view.js';
import { TimelinessView } from './timeliness.view.js';

@Controller('v1/applications')
export class ApplicationController {
  constructor(
    private readonly applications: ApplicationService,
    private readonly steps: ApplicationStepsService,
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
    return this.applications.list(caller, query);
  }

  @Read('timeliness', 'application.timeliness', {
    summary: '绿色通道按时办结率 Share of the green channel answered in time',
    returns: TimelinessView,
  })
  timeliness(@CallerParam() caller: Caller, @Query() query: TimelinessQuery): Promise<Answer> {
    return this.applications.timeliness(caller, query);
  }

  @Read(':id', 'application.read', { summary: '查看申请 Read an application', returns: ApplicationView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.applications.read(caller, id);
  }

  @Act(':id/accept', 'application.accept', {
    summary: '受理申请 Accept an application',
    body: EmptyBody,
    returns: ApplicationView,
  })
  accept(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.steps.accept(call, id);
  }

  @Act(':id/ask-more', 'application.ask-more', {
    summary: '一次性告知补正 Tell at once what is missing',
    body: AskMoreBody,
    returns: ApplicationView,
  })
  askMore(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AskMoreBody): Promise<Answer> {
    return this.steps.askMore(call, id, body);
  }

  @Act(':id/resubmit', 'application.resubmit', {
    summary: '补正后再次提交 Give what was missing',
    body: ShownMaterialsBody,
    returns: ApplicationView,
  })
  resubmit(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: ShownMaterialsBody): Promise<Answer> {
    return this.steps.resubmit(call, id, body);
  }

  @Act(':id/record-scope-change', 'application.record-scope-change', {
    summary: '业务范围已变更 Elder care has come into the charter',
    body: ScopeChangeBody,
    returns: ApplicationView,
  })
  recordScopeChange(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: ScopeChangeBody,
  ): Promise<Answer> {
    return this.steps.recordScopeChange(call, id, body);
  }

  @Act(':id/withdraw', 'application.withdraw', {
    summary: '撤回申请 Withdraw',
    body: EmptyBody,
    returns: ApplicationView,
  })
  withdraw(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.steps.withdraw(call, id);
  }

  @Act(':id/file', 'application.file', {
    summary: '办理备案 File',
    body: FileApplicationBody,
    returns: ApplicationView,
  })
  file(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: FileApplicationBody): Promise<Answer> {
    return this.steps.file(call, id, body);
  }

  @Act(':id/approve', 'application.approve', {
    summary: '批准执业 Approve',
    body: ApproveApplicationBody,
    returns: ApplicationView,
  })
  approve(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: ApproveApplicationBody,
  ): Promise<Answer> {
    return this.steps.approve(call, id, body);
  }

  @Act(':id/refuse', 'application.refuse', {
    summary: '不予批准 Refuse',
    body: RefuseApplicationBody,
    returns: ApplicationView,
  })
  refuse(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: RefuseApplicationBody): Promise<Answer> {
    return this.steps.refuse(call, id, body);
  }
}
