import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import {
  Act,
  ChangeCall,
  Create,
  CreateCall,
  EmptyBody,
  PageQuery,
  Read,
  Replace,
  UuidParam,
  type Answer,
  type Call,
} from '@yiyang/http';
import { AgreementChecksService } from './agreement-checks.service.js';
import { AgreementEndsService } from './agreement-ends.service.js';
import { AgreementReadsService } from './agreement-reads.service.js';
import {
  AgreementFilterQuery,
  AgreementQuery,
  AgreementReasonBody,
  AgreementTermsBody,
  ProposeAgreementBody,
  RecordCheckBody,
  TerminateAgreementBody,
} from './agreement.dto.js';
import { AgreementService } from './agreement.service.js';
import { AgreementCheckPage, AgreementPage, AgreementView } from './agreement.view.js';

@Controller('v1')
export class AgreementController {
  constructor(
    private readonly agreements: AgreementService,
    private readonly ends: AgreementEndsService,
    private readonly checks: AgreementChecksService,
    private readonly reads: AgreementReadsService,
  ) {}

  @Create('agreements', 'agreement.propose', {
    summary: '提出医养签约 Propose an agreement',
    body: ProposeAgreementBody,
    returns: AgreementView,
  })
  propose(@CreateCall() call: Call, @Body() body: ProposeAgreementBody): Promise<Answer> {
    return this.agreements.propose(call, body);
  }

  @Replace('agreements/:id', 'agreement.revise', {
    summary: '修改协议草稿 Replace the terms of a draft',
    body: AgreementTermsBody,
    returns: AgreementView,
  })
  revise(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AgreementTermsBody): Promise<Answer> {
    return this.agreements.revise(call, id, body);
  }

  @Act('agreements/:id/propose', 'agreement.propose-draft', {
    summary: '提出协议草稿 Propose a draft',
    body: EmptyBody,
    returns: AgreementView,
  })
  proposeDraft(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.agreements.proposeDraft(call, id);
  }

  @Act('agreements/:id/sign', 'agreement.sign', {
    summary: '签署协议 Sign',
    body: EmptyBody,
    returns: AgreementView,
  })
  sign(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.agreements.sign(call, id);
  }

  @Act('agreements/:id/withdraw', 'agreement.withdraw', {
    summary: '撤回协议 Withdraw what is not yet in force',
    body: AgreementReasonBody,
    returns: AgreementView,
  })
  withdraw(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AgreementReasonBody): Promise<Answer> {
    return this.ends.withdraw(call, id, body);
  }

  @Act('agreements/:id/suspend', 'agreement.suspend', {
    summary: '中止协议 Suspend for a breach',
    body: AgreementReasonBody,
    returns: AgreementView,
  })
  suspend(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AgreementReasonBody): Promise<Answer> {
    return this.ends.suspend(call, id, body);
  }

  @Act('agreements/:id/cure', 'agreement.cure', {
    summary: '恢复协议 Cure a suspension',
    body: AgreementReasonBody,
    returns: AgreementView,
  })
  cure(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AgreementReasonBody): Promise<Answer> {
    return this.ends.cure(call, id, body);
  }

  @Act('agreements/:id/terminate', 'agreement.terminate', {
    summary: '终止协议 Terminate',
    body: TerminateAgreementBody,
    returns: AgreementView,
  })
  terminate(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: TerminateAgreementBody,
  ): Promise<Answer> {
    return this.ends.terminate(call, id, body);
  }

  @Act('agreements/:id/checks', 'agreement.record-check', {
    summary: '登记协议检查 Record a check',
    body: RecordCheckBody,
    returns: AgreementView,
  })
  recordCheck(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: RecordCheckBody): Promise<Answer> {
    return this.checks.record(call, id, body);
  }

  @Read('agreements/:id/checks', 'agreement.list-checks', {
    summary: '查询协议检查 List the checks of an agreement',
    returns: AgreementCheckPage,
  })
  listChecks(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() query: PageQuery): Promise<Answer> {
    return this.checks.list(caller, id, query);
  }

  @Read('agreements', 'agreement.read', { summary: '查询协议 List agreements', returns: AgreementPage })
  list(@CallerParam() caller: Caller, @Query() query: AgreementQuery): Promise<Answer> {
    return this.reads.list(caller, query);
  }

  @Read('institutions/:id/agreements', 'agreement.read', {
    summary: '查询机构的协议 List the agreements of an institution',
    returns: AgreementPage,
  })
  listOf(
    @CallerParam() caller: Caller,
    @UuidParam('id') id: string,
    @Query() query: AgreementFilterQuery,
  ): Promise<Answer> {
    return this.reads.list(caller, { ...query, institutionId: id });
  }

  @Read('agreements/:id', 'agreement.read', { summary: '查看协议 Read an agreement', returns: AgreementView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.reads.read(caller, id);
  }
}
