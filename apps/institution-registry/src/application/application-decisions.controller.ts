import { Body, Controller } from '@nestjs/common';
import { Act, ChangeCall, EmptyBody, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ApplicationDecisionsService } from './application-decisions.service.js';
import {
  ApproveApplicationBody,
  ApproveEstablishmentBody,
  AskMoreBody,
  FileApplicationBody,
  RefuseApplicationBody,
  ScopeChangeBody,
} from './application-steps.dto.js';
import { ApplicationStepsService } from './application-steps.service.js';
import { ApplicationView } from './application.view.js';

/** What the departments do about an application. */
@Controller('v1/applications/:id')
export class ApplicationDecisionsController {
  constructor(
    private readonly steps: ApplicationStepsService,
    private readonly decisions: ApplicationDecisionsService,
  ) {}

  @Act('accept', 'application.accept', {
    summary: '受理申请 Accept an application',
    body: EmptyBody,
    returns: ApplicationView,
  })
  accept(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.steps.accept(call, id);
  }

  @Act('ask-more', 'application.ask-more', {
    summary: '一次性告知补正 Tell at once what is missing',
    body: AskMoreBody,
    returns: ApplicationView,
  })
  askMore(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AskMoreBody): Promise<Answer> {
    return this.steps.askMore(call, id, body);
  }

  @Act('record-scope-change', 'application.record-scope-change', {
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

  @Act('file', 'application.file', {
    summary: '办理备案 File',
    body: FileApplicationBody,
    returns: ApplicationView,
  })
  file(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: FileApplicationBody): Promise<Answer> {
    return this.decisions.file(call, id, body);
  }

  @Act('approve-establishment', 'application.approve-establishment', {
    summary: '批准设置 Approve the establishment, outside the two-in-one',
    body: ApproveEstablishmentBody,
    returns: ApplicationView,
  })
  approveEstablishment(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: ApproveEstablishmentBody,
  ): Promise<Answer> {
    return this.decisions.approveEstablishment(call, id, body);
  }

  @Act('approve', 'application.approve', {
    summary: '批准执业 Approve',
    body: ApproveApplicationBody,
    returns: ApplicationView,
  })
  approve(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: ApproveApplicationBody,
  ): Promise<Answer> {
    return this.decisions.approve(call, id, body);
  }

  @Act('refuse', 'application.refuse', {
    summary: '不予批准 Refuse',
    body: RefuseApplicationBody,
    returns: ApplicationView,
  })
  refuse(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: RefuseApplicationBody): Promise<Answer> {
    return this.decisions.refuse(call, id, body);
  }
}
