import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Create, CreateCall, PageQuery, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ConsentReadsService } from './consent-reads.service.js';
import { GiveConsentBody } from './consent.dto.js';
import { ConsentService } from './consent.service.js';
import { ConsentPage, ConsentView } from './consent.view.js';

/** 知情同意 Consents of an elder. */
@Controller('v1/elders/:elderId/consents')
export class ConsentController {
  constructor(
    private readonly consents: ConsentService,
    private readonly reads: ConsentReadsService,
  ) {}

  @Create('', 'consent.give', { summary: '登记知情同意 Give consent', returns: ConsentView })
  give(
    @CreateCall() call: Call,
    @UuidParam('elderId') elderId: string,
    @Body() body: GiveConsentBody,
  ): Promise<Answer> {
    return this.consents.give(call, elderId, body);
  }

  @Act(':consentId/withdraw', 'consent.withdraw', { summary: '撤回知情同意 Withdraw consent', returns: ConsentView })
  withdraw(
    @ChangeCall() call: Call,
    @UuidParam('elderId') elderId: string,
    @UuidParam('consentId') consentId: string,
  ): Promise<Answer> {
    return this.consents.withdraw(call, elderId, consentId);
  }

  @Read('', 'consent.read', { summary: '查看知情同意 List consents', returns: ConsentPage })
  list(
    @CallerParam() caller: Caller,
    @UuidParam('elderId') elderId: string,
    @Query() query: PageQuery,
  ): Promise<Answer> {
    return this.reads.list(caller, elderId, query);
  }
}
