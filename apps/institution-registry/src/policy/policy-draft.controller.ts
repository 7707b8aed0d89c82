import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, Read, Replace, UuidParam, type Answer, type Call } from '@yiyang/http';
import { PolicyDraftService } from './policy-draft.service.js';
import { DraftPolicyBody, PolicySetQuery, ProposedValuesBody } from './policy.dto.js';
import { PolicyDraftPage, PolicyDraftView } from './policy.view.js';

@Controller('v1/policies/drafts')
export class PolicyDraftController {
  constructor(private readonly drafts: PolicyDraftService) {}

  @Create('', 'policy-draft.create', {
    summary: '起草政策 Draft values of a division',
    body: DraftPolicyBody,
    returns: PolicyDraftView,
  })
  draft(@CreateCall() call: Call, @Body() body: DraftPolicyBody): Promise<Answer> {
    return this.drafts.draft(call, body);
  }

  @Read('', 'policy-draft.read', { summary: '政策草案列表 List drafts', returns: PolicyDraftPage })
  list(@CallerParam() caller: Caller, @Query() query: PolicySetQuery): Promise<Answer> {
    return this.drafts.list(caller, query);
  }

  @Read(':id', 'policy-draft.read', { summary: '查看政策草案 Read a draft', returns: PolicyDraftView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.drafts.read(caller, id);
  }

  @Replace(':id', 'policy-draft.replace', {
    summary: '修改政策草案 Replace the values of a draft',
    body: ProposedValuesBody,
    returns: PolicyDraftView,
  })
  replace(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: ProposedValuesBody): Promise<Answer> {
    return this.drafts.replace(call, id, body);
  }

  @Act(':id/publish', 'policy-draft.publish', { summary: '发布政策 Publish a draft', returns: PolicyDraftView })
  publish(@ChangeCall() call: Call, @UuidParam('id') id: string): Promise<Answer> {
    return this.drafts.publish(call, id);
  }

  @Act(':id/discard', 'policy-draft.discard', { summary: '废弃政策草案 Discard a draft', returns: PolicyDraftView })
  discard(@ChangeCall() call: Call, @UuidParam('id') id: string): Promise<Answer> {
    return this.drafts.discard(call, id);
  }
}
