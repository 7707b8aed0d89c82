import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, type Answer } from '@yiyang/http';
import { Clock, cursorId, pageById } from '@yiyang/persistence';
import { civilDateInShanghai, regionPrefix } from '@yiyang/standards';
import type { FactQuery } from './fact.dto.js';
import { FactRepository } from './fact.repository.js';
import { factTypesView, factView } from './fact.view.js';

/** Reads facts as they hold on a day. */
@Injectable()
export class FactReader {
  constructor(
    private readonly access: AccessDecisions,
    private readonly facts: FactRepository,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, institutionId: string, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'fact.read');
    const fact = await this.facts.get(grant, institutionId, id);
    if (!fact) throw refusal('NOT_FOUND');
    return found(viewOf(grant, 'fact', factView(fact)), fact.version);
  }

  async list(caller: Caller, query: FactQuery, institutionId?: string): Promise<Answer> {
    const grant = this.access.require(caller, 'fact.read');
    const after = cursorId(query.cursor);
    const { type, code, division, limit, on = civilDateInShanghai(this.clock.now()) } = query;
    const knownAt = query.knownAt === undefined ? undefined : new Date(query.knownAt);
    const place = {
      ...(institutionId && { institutionId }),
      ...(division && { divisionPrefix: regionPrefix(division) }),
    };
    const rows = await this.facts.list(grant, { type, code, on, knownAt, ...place }, after, limit + 1);
    const page = pageById(rows, limit);
    const items = page.items.map((row) => viewOf(grant, 'fact', factView(row)));
    return found({ items, nextCursor: page.nextCursor });
  }

  types(caller: Caller): Answer {
    const grant = this.access.require(caller, 'fact-type.read');
    return found(viewOf(grant, 'fact-type', factTypesView()));
  }
}
