import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ReferralAdmissionService } from './referral-admission.service.js';
import { ReferralAnswerService } from './referral-answer.service.js';
import { ReferralCompletionService } from './referral-completion.service.js';
import { ReferralQueryService } from './referral-query.service.js';
import { ReferralRequestService } from './referral-request.service.js';
import { ReferralTransferService } from './referral-transfer.service.js';
import {
  AcceptReferralBody,
  AdmitReferralBody,
  CancelReferralBody,
  CompleteReferralBody,
  DispatchReferralBody,
  ReceiveReferralBody,
  ReferralsQuery,
  RejectReferralBody,
  RequestReferralBody,
} from './referral.dto.js';
import { ActionsView, ReferralPageView, ReferralView } from './referral.view.js';

@Controller('v1/referrals')
export class ReferralController {
  constructor(
    private readonly requests: ReferralRequestService,
    private readonly answers: ReferralAnswerService,
    private readonly transfers: ReferralTransferService,
    private readonly admissions: ReferralAdmissionService,
    private readonly completions: ReferralCompletionService,
    private readonly queries: ReferralQueryService,
  ) {}

  @Create('', 'referral.request', { summary: '发起转诊 Request a referral', returns: ReferralView })
  request(@CreateCall() call: Call, @Body() body: RequestReferralBody): Promise<Answer> {
    return this.requests.request(call, body);
  }

  @Read('', 'referral.list', { summary: '查询转诊 List referrals', returns: ReferralPageView })
  list(@CallerParam() caller: Caller, @Query() query: ReferralsQuery): Promise<Answer> {
    return this.queries.list(caller, query);
  }

  @Read(':id', 'referral.read', { summary: '查看转诊 Read a referral', returns: ReferralView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.queries.read(caller, id);
  }

  @Read(':id/actions', 'referral.read', { summary: '可执行操作 What the caller can do now', returns: ActionsView })
  actions(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.queries.actions(caller, id);
  }

  @Act(':id/accept', 'referral.accept', { summary: '接收转诊 Accept and reserve a bed', returns: ReferralView })
  accept(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AcceptReferralBody): Promise<Answer> {
    return this.answers.accept(call, id, body);
  }

  @Act(':id/reject', 'referral.reject', { summary: '拒绝转诊 Reject', returns: ReferralView })
  reject(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: RejectReferralBody): Promise<Answer> {
    return this.answers.reject(call, id, body);
  }

  @Act(':id/cancel', 'referral.cancel', { summary: '撤销转诊 Cancel', returns: ReferralView })
  cancel(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: CancelReferralBody): Promise<Answer> {
    return this.answers.cancel(call, id, body);
  }

  @Act(':id/dispatch', 'referral.dispatch', { summary: '转出 Send the elder on the way', returns: ReferralView })
  dispatch(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: DispatchReferralBody): Promise<Answer> {
    return this.transfers.dispatch(call, id, body);
  }

  @Act(':id/receive', 'referral.receive', { summary: '到达接收 The elder has arrived', returns: ReferralView })
  receive(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: ReceiveReferralBody): Promise<Answer> {
    return this.transfers.receive(call, id, body);
  }

  @Act(':id/admit', 'referral.admit', { summary: '办理入院 Admit', returns: ReferralView })
  admit(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AdmitReferralBody): Promise<Answer> {
    return this.admissions.admit(call, id, body);
  }

  @Act(':id/complete', 'referral.complete', {
    summary: '完成转诊 End the stay, refer on if needed',
    returns: ReferralView,
  })
  complete(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: CompleteReferralBody): Promise<Answer> {
    return this.completions.complete(call, id, body);
  }
}
