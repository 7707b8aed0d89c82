import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, systemContext, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { CareStateRepository } from './care-state.repository.js';

/** Who never was in care is at home, since nobody knows when. */
const UNKNOWN = { state: 'HOME_CARE', since: null, institutionId: null, stage: null, referralId: null };

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
      if (!(await this.states.isInScope(tx, grant, elderId))) throw refusal('NOT_FOUND');
      // The elder may have moved since the state was recorded: whose elder it is has just been decided.
      tx.actAs(systemContext('referral'));
      const known = (await this.states.find(tx, elderId)) ?? UNKNOWN;
      const entry = { resource: 'care-state', resourceId: elderId, elderId, outcome: 'ALLOWED' } as const;
      this.audit.record(tx, caller, { action: grant.action, ...entry });
      return found(viewOf(grant, 'care-state', { elderId, ...known }));
    });
  }
}
