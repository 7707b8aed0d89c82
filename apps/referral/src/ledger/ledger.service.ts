import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { cursorId, pageById } from '@yiyang/persistence';
import type { InstitutionPageQuery } from '../beds/bed-use.dto.js';
import { Ledger } from './ledger.js';

@Injectable()
export class LedgerService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly audit: Audit,
    private readonly ledger: Ledger,
  ) {}

  list(caller: Caller, { institutionId, limit, cursor }: InstitutionPageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'ledger.list');
    const before = cursorId(cursor) ?? null;
    return this.disclosures.run(caller, async (tx) => {
      const page = pageById(await this.ledger.list(tx, grant, { institutionId, before, limit }), limit);
      const seen = page.items.map(({ id, elderId }) => {
        return { action: grant.action, resource: 'ledger-entry', resourceId: id, elderId, outcome: 'ALLOWED' } as const;
      });
      this.audit.recordEach(tx, caller, seen);
      return found({
        items: page.items.map((entry) => viewOf(grant, 'ledger-entry', entry)),
        nextCursor: page.nextCursor,
      });
    });
  }
}
