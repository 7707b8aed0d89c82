import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, type Answer } from '@yiyang/http';
import { CapacityQuery, FreeBedsQuery } from './capacity.dto.js';
import { CapacityService } from './capacity.service.js';
import { CapacityPage, FreeBedsPage } from './capacity.view.js';

@Controller('v1')
export class CapacityController {
  constructor(private readonly capacity: CapacityService) {}

  @Read('capacity', 'capacity.search', { summary: '查询可用床位 Search for beds', returns: CapacityPage })
  search(@CallerParam() caller: Caller, @Query() query: CapacityQuery): Promise<Answer> {
    return this.capacity.search(caller, query);
  }

  @Read('free-beds', 'free-beds.list', { summary: '公开空余床位 Free beds, for everybody', returns: FreeBedsPage })
  listFree(@CallerParam() caller: Caller, @Query() query: FreeBedsQuery): Promise<Answer> {
    return this.capacity.listFree(caller, query);
  }
}
