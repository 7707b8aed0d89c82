import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, EmptyBody, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { AgreementQuery, ProposeAgreementBody } from './agreement.dto.js';
import { AgreementService } from './agreement.service.js';
import { AgreementPage, AgreementView } from './agreement.view.js';

@Controller('v1/agreements')
export class AgreementController {
  constructor(private readonly agreements: AgreementService) {}

  @Create('', 'agreement.propose', {
    summary: '提出医养签约 Propose an agreement',
    body: ProposeAgreementBody,
    returns: AgreementView,
  })
  propose(@CreateCall() call: Call, @Body() body: ProposeAgreementBody): Promise<Answer> {
    return this.agreements.propose(call, body);
  }

  @Act(':id/sign', 'agreement.sign', { summary: '签署协议 Sign', body: EmptyBody, returns: AgreementView })
  sign(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.agreements.sign(call, id);
  }

  @Read('', 'agreement.read', { summary: '查询协议 List agreements', returns: AgreementPage })
  list(@CallerParam() caller: Caller, @Query() query: AgreementQuery): Promise<Answer> {
    return this.agreements.list(caller, query);
  }

  @Read(':id', 'agreement.read', { summary: '查看协议 Read an agreement', returns: AgreementView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.agreements.read(caller, id);
  }
}
