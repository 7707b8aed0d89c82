import { Body, Controller } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { AssessorView, RegisterAssessorBody } from './assessor.dto.js';
import { AssessorService } from './assessor.service.js';

@Controller('v1/assessors')
export class AssessorController {
  constructor(private readonly assessors: AssessorService) {}

  @Create('', 'assessor.register', {
    summary: '登记评估人员 Register an assessor',
    body: RegisterAssessorBody,
    returns: AssessorView,
  })
  register(@CreateCall() call: Call, @Body() body: RegisterAssessorBody): Promise<Answer> {
    return this.assessors.register(call, body);
  }

  @Read(':id', 'assessor.read', { summary: '查看评估人员 Read an assessor', returns: AssessorView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.assessors.read(caller, id);
  }
}
