import { Body, Controller } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Compute, Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ClaimReadsService } from './claim-reads.service.js';
import { CancelClaimBody, ClaimBody } from './claim.dto.js';
import { ClaimService } from './claim.service.js';
import { ClaimView } from './claim.view.js';

/** 费用结算 Claims. */
@Controller('v1/claims')
export class ClaimController {
  constructor(
    private readonly claims: ClaimService,
    private readonly reads: ClaimReadsService,
  ) {}

  @Compute('pre-settle', 'claim.pre-settle', {
    summary: '预结算 What settling would give',
    returns: ClaimView,
    body: ClaimBody,
  })
  preSettle(@CallerParam() caller: Caller, @Body() body: ClaimBody): Promise<Answer> {
    return this.reads.preSettle(caller, body);
  }

  @Create('', 'claim.settle', { summary: '结算 Settle a stay', returns: ClaimView, body: ClaimBody })
  settle(@CreateCall() call: Call, @Body() body: ClaimBody): Promise<Answer> {
    return this.claims.settle(call, body);
  }

  @Read(':id', 'claim.read', { summary: '查看结算单 Read a claim', returns: ClaimView })
  get(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.reads.get(caller, id);
  }

  @Act(':id/cancel', 'claim.cancel', { summary: '撤销结算 Cancel a claim', returns: ClaimView })
  cancel(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: CancelClaimBody): Promise<Answer> {
    return this.claims.cancel(call, id, body);
  }
}
