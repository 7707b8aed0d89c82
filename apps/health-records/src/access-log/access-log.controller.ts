import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { PageQuery, Read, UuidParam, type Answer } from '@yiyang/http';
import { AccessLogService } from './access-log.service.js';
import { AccessLogPage } from './access-log.view.js';

/** 本人访问记录 Who looked at an elder's data. */
@Controller('v1/elders/:elderId/access-log')
export class AccessLogController {
  constructor(private readonly log: AccessLogService) {}

  @Read('', 'access-log.read', { summary: '查看本人访问记录 Who looked at my data', returns: AccessLogPage })
  read(
    @CallerParam() caller: Caller,
    @UuidParam('elderId') elderId: string,
    @Query() query: PageQuery,
  ): Promise<Answer> {
    return this.log.read(caller, elderId, query);
  }
}
