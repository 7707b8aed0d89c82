import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, type Answer } from '@yiyang/http';
import { InstitutionPageQuery, InstitutionQuery } from './bed-use.dto.js';
import { BedUseService } from './bed-use.service.js';
import { BedSummaryView, BedUsePageView } from './bed-use.view.js';

@Controller('v1/bed-uses')
export class BedUseController {
  constructor(private readonly beds: BedUseService) {}

  @Read('', 'bed-use.list', { summary: '查询床位使用 List uses of beds', returns: BedUsePageView })
  list(@CallerParam() caller: Caller, @Query() query: InstitutionPageQuery): Promise<Answer> {
    return this.beds.list(caller, query);
  }

  @Read('summary', 'bed-use.summary', { summary: '查询床位余量 How many beds are free', returns: BedSummaryView })
  summary(@CallerParam() caller: Caller, @Query() query: InstitutionQuery): Promise<Answer> {
    return this.beds.summary(caller, query.institutionId);
  }
}
