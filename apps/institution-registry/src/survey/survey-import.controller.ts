import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import {
  CreateCall,
  CreateFromFile,
  PageQuery,
  Read,
  UploadParam,
  UuidParam,
  type Answer,
  type Call,
  type Upload,
} from '@yiyang/http';
import { SurveyRowsQuery } from './survey.dto.js';
import { SurveyImportPage, SurveyImportView, SurveyRowPage } from './survey.view.js';
import { SurveyImportService } from './survey-import.service.js';

const ROUTE = 'v1/survey-imports';

@Controller(ROUTE)
export class SurveyImportController {
  constructor(private readonly imports: SurveyImportService) {}

  @CreateFromFile(ROUTE, 'survey.import', {
    summary: '导入机构调查表 Import a survey of institutions (CSV or NDJSON, at most 8 MiB)',
    returns: SurveyImportView,
  })
  receive(@CreateCall() call: Call, @UploadParam() upload: Upload): Promise<Answer> {
    return this.imports.receive(call, upload);
  }

  @Read('', 'survey.read-import', { summary: '查询导入任务 List imports', returns: SurveyImportPage })
  list(@CallerParam() caller: Caller, @Query() query: PageQuery): Promise<Answer> {
    return this.imports.list(caller, query);
  }

  @Read(':id', 'survey.read-import', { summary: '查看导入进度 Read how far an import is', returns: SurveyImportView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.imports.read(caller, id);
  }

  @Read(':id/rows', 'survey.read-import', {
    summary: '查看逐行导入结果 Read what became of each line',
    returns: SurveyRowPage,
  })
  rows(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() query: SurveyRowsQuery): Promise<Answer> {
    return this.imports.rows(caller, id, query);
  }
}
