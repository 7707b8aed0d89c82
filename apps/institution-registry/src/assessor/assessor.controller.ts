import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import {
  AssessorPage,
  AssessorQuery,
  AssessorValidityBody,
  AssessorView,
  RegisterAssessorBody,
} from './assessor.dto.js';
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

  @Act(':id/set-validity', 'assessor.set-validity', {
    summary: '变更证书有效期 Renew or end the certificate of an assessor',
    body: AssessorValidityBody,
    returns: AssessorView,
  })
  setValidity(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: AssessorValidityBody,
  ): Promise<Answer> {
    return this.assessors.setValidity(call, id, body);
  }

  @Read('', 'assessor.read', { summary: '查询评估人员 List assessors', returns: AssessorPage })
  list(@CallerParam() caller: Caller, @Query() query: AssessorQuery): Promise<Answer> {
    return this.assessors.list(caller, query);
  }

  @Read(':id', 'assessor.read', { summary: '查看评估人员 Read an assessor', returns: AssessorView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.assessors.read(caller, id);
  }
}
