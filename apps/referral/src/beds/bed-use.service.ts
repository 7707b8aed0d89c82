import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { Clock, cursorId, pageById } from '@yiyang/persistence';
import { BedPoolRepository } from './bed-pool.repository.js';
import type { InstitutionPageQuery } from './bed-use.dto.js';
import { BedUseRepository } from './bed-use.repository.js';
import { freeBeds } from './domain/bed-pool.js';

/** Who lies where, for the institution; how many beds are free, for everybody. */
@Injectable()
export class BedUseService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly uses: BedUseRepository,
    private readonly pools: BedPoolRepository,
  ) {}

  list(caller: Caller, { institutionId, limit, cursor }: InstitutionPageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'bed-use.list');
    const before = cursorId(cursor) ?? null;
    return this.disclosures.run(caller, async (tx) => {
      const page = pageById(await this.uses.list(tx, grant, { institutionId, before, limit }), limit);
      const seen = page.items.map(({ id, elderId }) => {
        return { action: grant.action, resource: 'bed-use', resourceId: id, elderId, outcome: 'ALLOWED' } as const;
      });
      this.audit.recordEach(tx, caller, seen);
      return found({ items: page.items.map((use) => viewOf(grant, 'bed-use', use)), nextCursor: page.nextCursor });
    });
  }

  /** Numbers per kind of bed; nobody's personal data. */
  async summary(caller: Caller, institutionId: string): Promise<Answer> {
    const grant = this.access.require(caller, 'bed-use.summary');
    const pools = await this.pools.findAll(institutionId);
    const items = pools.map((pool) => ({ ...pool, free: freeBeds(pool) }));
    return found(viewOf(grant, 'bed-use-summary', { institutionId, items, at: this.clock.now() }));
  }
}
