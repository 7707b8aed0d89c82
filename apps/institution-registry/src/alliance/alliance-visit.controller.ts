import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { AllianceVisitsService } from './alliance-visits.service.js';
import { PlanVisitsBody, RecordVisitBody, SupportQuery, VisitQuery } from './alliance.dto.js';
import { AllianceVisitPage, AllianceVisits, AllianceVisitView, SupportReport } from './alliance.view.js';

@Controller('v1/alliances/:id')
export class AllianceVisitController {
  constructor(private readonly visits: AllianceVisitsService) {}

  @Create('visits', 'alliance.plan-visits', {
    summary: '制定帮扶和巡诊计划 Plan visits',
    body: PlanVisitsBody,
    returns: AllianceVisits,
  })
  plan(@CreateCall() call: Call, @UuidParam('id') id: string, @Body() body: PlanVisitsBody): Promise<Answer> {
    return this.visits.plan(call, id, body);
  }

  @Act('visits/:visitId/record', 'alliance.record-visit', {
    summary: '登记帮扶和巡诊 Record a visit',
    body: RecordVisitBody,
    returns: AllianceVisitView,
  })
  record(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @UuidParam('visitId') visitId: string,
    @Body() body: RecordVisitBody,
  ): Promise<Answer> {
    return this.visits.record(call, id, visitId, body);
  }

  @Read('visits', 'alliance.read-visits', {
    summary: '查询帮扶和巡诊计划 List planned visits',
    returns: AllianceVisitPage,
  })
  list(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() query: VisitQuery): Promise<Answer> {
    return this.visits.list(caller, id, query);
  }

  @Read('support', 'alliance.read-visits', {
    summary: '帮扶计划完成情况 Planned against done visits of a year',
    returns: SupportReport,
  })
  support(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() query: SupportQuery): Promise<Answer> {
    return this.visits.support(caller, id, query);
  }
}
