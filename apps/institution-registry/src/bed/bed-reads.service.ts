import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, type Answer, type PageQuery } from '@yiyang/http';
import { Clock, cursorId, pageById } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { InstitutionRepository } from '../institution/institution.repository.js';
import { BedChangeRepository } from './bed-change.repository.js';
import { BedRepository } from './bed.repository.js';
import { bedChangeView, bedsView } from './bed.view.js';

/** How many beds there are, were and will be. */
@Injectable()
export class BedReadsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly institutions: InstitutionRepository,
    private readonly beds: BedRepository,
    private readonly changes: BedChangeRepository,
    private readonly clock: Clock,
  ) {}

  async onDay(caller: Caller, institutionId: string, on?: string): Promise<Answer> {
    const grant = this.access.require(caller, 'bed.read');
    const stocks = await this.beds.stocks(institutionId);
    if (stocks.length === 0 && !(await this.institutions.find(institutionId))) throw refusal('NOT_FOUND');
    const today = civilDateInShanghai(this.clock.now());
    return found(viewOf(grant, 'institution-beds', bedsView(institutionId, stocks, on ?? today, today)));
  }

  async change(caller: Caller, institutionId: string, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'bed-change.read');
    const change = await this.changes.get(grant, institutionId, id);
    return found(viewOf(grant, 'bed-change', bedChangeView(change)));
  }

  async list(caller: Caller, institutionId: string, { limit, cursor }: PageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'bed-change.read');
    const before = cursorId(cursor) ?? null;
    const page = pageById(await this.changes.list(grant, { institutionId, before, limit: limit + 1 }), limit);
    const items = page.items.map((change) => viewOf(grant, 'bed-change', bedChangeView(change)));
    return found({ items, nextCursor: page.nextCursor });
  }
}
