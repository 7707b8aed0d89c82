import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { PolicySetService } from './policy-set.service.js';
import {
  BindTemplateBody,
  EndValueBody,
  PolicyDivisionQuery,
  PolicySetQuery,
  PolicySetVersionQuery,
} from './policy.dto.js';
import {
  PolicyDocumentsView,
  PolicyParametersView,
  PolicySetPage,
  PolicySetSummaryView,
  PolicySetView,
} from './policy.view.js';

@Controller('v1/policies')
export class PolicySetController {
  constructor(private readonly policies: PolicySetService) {}

  @Read('sets', 'policy-set.list', { summary: '政策集列表 List policy sets', returns: PolicySetPage })
  list(@CallerParam() caller: Caller, @Query() query: PolicySetQuery): Promise<Answer> {
    return this.policies.list(caller, query);
  }

  @Read('sets/:id', 'policy-set.read', { summary: '查看政策集 Read a policy set', returns: PolicySetView })
  read(
    @CallerParam() caller: Caller,
    @UuidParam('id') id: string,
    @Query() { version }: PolicySetVersionQuery,
  ): Promise<Answer> {
    return this.policies.read(caller, id, version);
  }

  @Read('documents', 'policy-document.list', {
    summary: '政策文件库 Documents in force with the values they give',
    returns: PolicyDocumentsView,
  })
  documents(@CallerParam() caller: Caller, @Query() query: PolicyDivisionQuery): Promise<Answer> {
    return this.policies.documents(caller, query);
  }

  @Read('parameters', 'policy-parameter.list', {
    summary: '政策参数目录 Parameters that a set may give',
    returns: PolicyParametersView,
  })
  parameters(@CallerParam() caller: Caller): Answer {
    return this.policies.parameters(caller);
  }

  @Create('sets/:id/bind', 'policy-set.bind', {
    summary: '模板适用于行政区划 Bind a template to a division',
    body: BindTemplateBody,
    returns: PolicySetSummaryView,
  })
  bind(@CreateCall() call: Call, @UuidParam('id') id: string, @Body() body: BindTemplateBody): Promise<Answer> {
    return this.policies.bind(call, id, body);
  }

  @Act('sets/:id/end-value', 'policy-set.end-value', {
    summary: '终止政策取值 End the validity of a value',
    body: EndValueBody,
    returns: PolicySetSummaryView,
  })
  endValue(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: EndValueBody): Promise<Answer> {
    return this.policies.endValue(call, id, body);
  }
}
