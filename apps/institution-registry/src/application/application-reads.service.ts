import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { found, type Answer } from '@yiyang/http';
import { Clock, cursorId, pageById } from '@yiyang/persistence';
import { civilDateInShanghai, regionPrefix } from '@yiyang/standards';
import type { ApplicationQuery, TimelinessQuery } from './application-query.dto.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationView } from './application.view.js';
import { timelinessView } from './timeliness.view.js';

/** Applications, for those whose turn it is, and how fast they are answered. */
@Injectable()
export class ApplicationReadsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly applications: ApplicationRepository,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'application.read');
    const row = await this.applications.get(grant, id);
    return found(viewOf(grant, 'application', applicationView(row, this.today())), row.version);
  }

  async list(caller: Caller, query: ApplicationQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'application.list');
    const { limit, cursor, division, ...filter } = query;
    const after = cursorId(cursor);
    const today = this.today();
    const rows = await this.applications.list(
      grant,
      { ...filter, ...(division && { divisionPrefix: regionPrefix(division) }) },
      { today, after, limit: limit + 1 },
    );
    const page = pageById(rows, limit);
    const items = page.items.map((row) => viewOf(grant, 'application', applicationView(row, today)));
    return found({ items, nextCursor: page.nextCursor });
  }

  /** How many were answered in the set time. Source: REG-13. */
  async timeliness(caller: Caller, query: TimelinessQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'application.timeliness');
    const { from, to, division } = query;
    const divisionPrefix = division && regionPrefix(division);
    const counted = await this.applications.timeliness(grant, { from, to, divisionPrefix, today: this.today() });
    return found(viewOf(grant, 'application-timeliness', timelinessView({ from, to }, counted)));
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}
