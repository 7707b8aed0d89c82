import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { InstitutionView } from '../institution/institution.view.js';
import { PenaltyPage, PenaltyQuery, RecordPenaltyBody } from './penalty.dto.js';
import { PenaltyService } from './penalty.service.js';

@Controller('v1')
export class PenaltyController {
  constructor(private readonly penalties: PenaltyService) {}

  @Act('institutions/:id/record-penalty', 'penalty.record', {
    summary: '记录不良执业行为 Record bad practice',
    body: RecordPenaltyBody,
    returns: InstitutionView,
  })
  record(
    @ChangeCall() call: Call,
    @UuidParam('id') institutionId: string,
    @Body() body: RecordPenaltyBody,
  ): Promise<Answer> {
    return this.penalties.record(call, institutionId, body);
  }

  @Read('penalties', 'penalty.list', { summary: '失信惩戒公示 Penalties that are listed', returns: PenaltyPage })
  list(@CallerParam() caller: Caller, @Query() query: PenaltyQuery): Promise<Answer> {
    return this.penalties.list(caller, query);
  }
}
