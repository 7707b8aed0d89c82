import { Body, Controller } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, EmptyBody, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import {
  ApproveApplicationBody,
  FileApplicationBody,
  RefuseApplicationBody,
  SubmitApplicationBody,
} from './application.dto.js';
import { ApplicationService } from './application.service.js';
import { ApplicationView } from './application.view.js';

@Controller('v1/applications')
export class ApplicationController {
  constructor(private readonly applications: ApplicationService) {}

  @Create('', 'application.submit', {
    summary: '提交申请 Submit an application',
    body: SubmitApplicationBody,
    returns: ApplicationView,
  })
  submit(@CreateCall() call: Call, @Body() body: SubmitApplicationBody): Promise<Answer> {
    return this.applications.submit(call, body);
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
    return this.applications.accept(call, id);
  }

  @Act(':id/file', 'application.file', {
    summary: '办理备案 File',
    body: FileApplicationBody,
    returns: ApplicationView,
  })
  file(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: FileApplicationBody): Promise<Answer> {
    return this.applications.file(call, id, body);
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
    return this.applications.approve(call, id, body);
  }

  @Act(':id/refuse', 'application.refuse', {
    summary: '不予批准 Refuse',
    body: RefuseApplicationBody,
    returns: ApplicationView,
  })
  refuse(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: RefuseApplicationBody): Promise<Answer> {
    return this.applications.refuse(call, id, body);
  }
}
