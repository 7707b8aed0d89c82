import { Controller } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, UuidParam, type Answer } from '@yiyang/http';
import { CareStateService } from './care-state.service.js';
import { CareStateView } from './care-state.view.js';

@Controller('v1/care-states')
export class CareStateController {
  constructor(private readonly states: CareStateService) {}

  @Read(':elderId', 'care-state.read', {
    summary: '查询住院休养状态 Where the elder is in care',
    returns: CareStateView,
  })
  read(@CallerParam() caller: Caller, @UuidParam('elderId') elderId: string): Promise<Answer> {
    return this.states.read(caller, elderId);
  }
}
