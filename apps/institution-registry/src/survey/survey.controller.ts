import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, type Answer } from '@yiyang/http';
import { CompletenessQuery, SurveyEntryQuery } from './survey.dto.js';
import { SurveyService } from './survey.service.js';
import { CompletenessView, SurveyEntryPage } from './survey.view.js';

@Controller('v1')
export class SurveyController {
  constructor(private readonly surveys: SurveyService) {}

  @Read('survey-completeness', 'survey.read', {
    summary: '查询调查完成率 Read how complete the survey of a division is',
    returns: CompletenessView,
  })
  completeness(@CallerParam() caller: Caller, @Query() query: CompletenessQuery): Promise<Answer> {
    return this.surveys.completeness(caller, query);
  }

  @Read('survey-entries', 'survey.read', {
    summary: '查询调查条目 List institutions of the survey, with those that have not answered',
    returns: SurveyEntryPage,
  })
  list(@CallerParam() caller: Caller, @Query() query: SurveyEntryQuery): Promise<Answer> {
    return this.surveys.list(caller, query);
  }
}
