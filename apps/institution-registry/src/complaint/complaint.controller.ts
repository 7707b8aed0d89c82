import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ComplaintFiguresQuery, ComplaintQuery, FileComplaintBody, ReplyToComplaintBody } from './complaint.dto.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintFiguresView, ComplaintPage, ComplaintView } from './complaint.view.js';

@Controller('v1')
export class ComplaintController {
  constructor(private readonly complaints: ComplaintService) {}

  @Create('complaints', 'complaint.file', {
    summary: '投诉机构 Complain about an institution',
    body: FileComplaintBody,
    returns: ComplaintView,
  })
  file(@CreateCall() call: Call, @Body() body: FileComplaintBody): Promise<Answer> {
    return this.complaints.file(call, body);
  }

  @Act('complaints/:id/reply', 'complaint.reply', {
    summary: '答复投诉 Reply to a complaint',
    body: ReplyToComplaintBody,
    returns: ComplaintView,
  })
  reply(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: ReplyToComplaintBody): Promise<Answer> {
    return this.complaints.reply(call, id, body);
  }

  @Read('complaints', 'complaint.read', { summary: '查询投诉 List complaints', returns: ComplaintPage })
  list(@CallerParam() caller: Caller, @Query() query: ComplaintQuery): Promise<Answer> {
    return this.complaints.list(caller, query);
  }

  @Read('complaints/:id', 'complaint.read', { summary: '查看投诉 Read a complaint', returns: ComplaintView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.complaints.read(caller, id);
  }

  @Read('complaint-figures', 'complaint.count', {
    summary: '查询机构投诉答复情况 Read how many complaints an institution has had and replied to',
    returns: ComplaintFiguresView,
  })
  count(@CallerParam() caller: Caller, @Query() query: ComplaintFiguresQuery): Promise<Answer> {
    return this.complaints.count(caller, query.institutionId);
  }
}
