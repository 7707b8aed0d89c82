import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer, type PageQuery } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { ElderRepository } from '../people/elder.repository.js';
import { ConsentRepository } from './consent.repository.js';
import { consentView } from './consent.view.js';

/** Reading consents. */
@Injectable()
export class ConsentReadsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly elders: ElderRepository,
    private readonly consents: ConsentRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(caller: Caller, elderId: string, query: PageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'consent.read');
    const today = civilDateInShanghai(this.clock.now());
    return this.disclosures.run(caller, async (tx) => {
      const [, page] = await Promise.all([this.elders.get(tx, elderId, grant), this.consents.page(tx, elderId, query)]);
      this.audit.record(tx, caller, { action: 'consent.read', resource: 'consent', elderId, outcome: 'ALLOWED' });
      const items = page.items.map((stored) => viewOf(grant, 'consent', consentView(stored, today)));
      return found({ items, nextCursor: page.nextCursor });
    });
  }
}
