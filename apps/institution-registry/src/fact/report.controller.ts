import { Controller, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Read, type Answer } from '@yiyang/http';
import { FACT_TYPE_CODES, type FactTypeCode } from './domain/fact-types.js';
import { FactReportView, ReportQuery } from './report.dto.js';
import { ReportService } from './report.service.js';

@Controller('v1/reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Read('facts/:type', 'report.read', { summary: '事项统计 Report of a type of facts', returns: FactReportView })
  @ApiParam({ name: 'type', enum: FACT_TYPE_CODES })
  read(@CallerParam() caller: Caller, @Param('type') type: string, @Query() query: ReportQuery): Promise<Answer> {
    return this.reports.read(caller, typeOf(type), query);
  }
}

function typeOf(text: string): FactTypeCode {
  const type = FACT_TYPE_CODES.find((code) => code === text);
  if (!type) throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'type', rule: 'a type of GET /v1/fact-types' }] });
  return type;
}
