import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, type Answer } from '@yiyang/http';
import { InstitutionPageQuery } from '../beds/bed-use.dto.js';
import { LedgerService } from './ledger.service.js';
import { LedgerPageView } from './ledger.view.js';

@Controller('v1/ledger-entries')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Read('', 'ledger.list', { summary: '查询对接台账 List a liaison ledger', returns: LedgerPageView })
  list(@CallerParam() caller: Caller, @Query() query: InstitutionPageQuery): Promise<Answer> {
    return this.ledger.list(caller, query);
  }
}
