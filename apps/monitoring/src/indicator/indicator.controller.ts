import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, type Answer } from '@yiyang/http';
import { IndicatorQuery, IndicatorsView } from './indicator.dto.js';
import { IndicatorService } from './indicator.service.js';

/** 医养结合监测 Quarterly indicators. */
@Controller('v1/indicators')
export class IndicatorController {
  constructor(private readonly indicators: IndicatorService) {}

  @Read('', 'indicator.read', { summary: '查询监测指标 Indicators of a region and quarter', returns: IndicatorsView })
  read(@CallerParam() caller: Caller, @Query() query: IndicatorQuery): Promise<Answer> {
    return this.indicators.read(caller, query);
  }
}
