import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Create, CreateCall, PageQuery, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { AssessmentReadsService } from './assessment-reads.service.js';
import { RecordAssessmentBody } from './assessment.dto.js';
import { AssessmentService } from './assessment.service.js';
import { AssessmentPage, AssessmentView } from './assessment.view.js';

/** 老年人能力评估 Ability assessments of an elder. */
@Controller('v1/elders/:elderId/assessments')
export class AssessmentController {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly reads: AssessmentReadsService,
  ) {}

  @Create('', 'assessment.record', { summary: '记录能力评估 Record an ability assessment', returns: AssessmentView })
  record(
    @CreateCall() call: Call,
    @UuidParam('elderId') elderId: string,
    @Body() body: RecordAssessmentBody,
  ): Promise<Answer> {
    return this.assessments.record(call, elderId, body);
  }

  @Read('', 'assessment.read', { summary: '查看能力评估 List ability assessments', returns: AssessmentPage })
  list(
    @CallerParam() caller: Caller,
    @UuidParam('elderId') elderId: string,
    @Query() query: PageQuery,
  ): Promise<Answer> {
    return this.reads.list(caller, elderId, query);
  }
}
