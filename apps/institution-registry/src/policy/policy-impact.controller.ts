import { Body, Controller } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Compute, type Answer } from '@yiyang/http';
import { DryRunBody, PolicyImpactView } from './policy-impact.dto.js';
import { PolicyImpactService } from './policy-impact.service.js';

@Controller('v1/policies/dry-run')
export class PolicyImpactController {
  constructor(private readonly impacts: PolicyImpactService) {}

  @Compute('', 'policy.dry-run', {
    summary: '政策试算 What proposed values would change',
    body: DryRunBody,
    returns: PolicyImpactView,
  })
  dryRun(@CallerParam() caller: Caller, @Body() body: DryRunBody): Promise<Answer> {
    return this.impacts.dryRun(caller, body);
  }
}
