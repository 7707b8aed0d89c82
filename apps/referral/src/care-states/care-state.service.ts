import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { CareStateRepository } from './care-state.repository.js';

@Injectable()
export class CareStateService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly audit: Audit,
    private readonly states: CareStateRepository,
  ) {}

  read(caller: Caller, elderId: string): Promise<Answer> {
    const grant = this.access.require(caller, 'care-state.read');
    return this.disclosures.run(caller, async (tx) => {
      const known = await this.states.findInScope(tx, grant, elderId);
      if (!known) throw refusal('NOT_FOUND');
      const entry = { resource: 'care-state', resourceId: elderId, elderId, outcome: 'ALLOWED' } as const;
      this.audit.record(tx, caller, { action: grant.action, ...entry });
      return found(viewOf(grant, 'care-state', { ...known, state: known.state ?? 'HOME_CARE' }));
    });
  }
}
