import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, UuidParam, type Answer } from '@yiyang/http';
import { AccumulationQuery, AccumulationsView } from './accumulation.dto.js';
import { AccumulationService } from './accumulation.service.js';

/** 年度累计 What a person has used of a year's benefits. */
@Controller('v1/accumulations')
export class AccumulationController {
  constructor(private readonly accumulations: AccumulationService) {}

  @Read(':elderId', 'accumulation.read', {
    summary: '查看年度累计 Benefits used in a year',
    returns: AccumulationsView,
  })
  read(
    @CallerParam() caller: Caller,
    @UuidParam('elderId') elderId: string,
    @Query() query: AccumulationQuery,
  ): Promise<Answer> {
    return this.accumulations.read(caller, elderId, query.year);
  }
}
