import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { GuideList, GuideQuery, GuideView, PublishGuideBody } from './guide.dto.js';
import { GuideService } from './guide.service.js';

@Controller('v1/guides')
export class GuideController {
  constructor(private readonly guides: GuideService) {}

  @Create('', 'guide.publish', { summary: '发布办事指南 Publish a guide', body: PublishGuideBody, returns: GuideView })
  publish(@CreateCall() call: Call, @Body() body: PublishGuideBody): Promise<Answer> {
    return this.guides.publish(call, body);
  }

  @Read('', 'guide.list', { summary: '查询办事指南 Guides for an applicant', returns: GuideList })
  list(@CallerParam() caller: Caller, @Query() query: GuideQuery): Promise<Answer> {
    return this.guides.list(caller, query);
  }

  @Read(':id', 'guide.read', { summary: '查看办事指南 Read a guide in any version', returns: GuideView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.guides.read(caller, id);
  }
}
