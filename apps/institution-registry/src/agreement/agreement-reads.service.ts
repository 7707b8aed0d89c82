import { Injectable } from '@nestjs/common';
import { AccessDecisions, type Caller } from '@yiyang/access';
import { found, type Answer } from '@yiyang/http';
import { cursorId, pageById } from '@yiyang/persistence';
import { regionPrefix } from '@yiyang/standards';
import { AgreementDesk } from './agreement.desk.js';
import type { AgreementQuery } from './agreement.dto.js';
import { AgreementRepository } from './agreement.repository.js';

/** Agreements for those who may see them. */
@Injectable()
export class AgreementReadsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly agreements: AgreementRepository,
    private readonly desk: AgreementDesk,
  ) {}

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'agreement.read');
    const row = await this.agreements.get(grant, id);
    return found(this.desk.view(grant, row), row.version);
  }

  async list(caller: Caller, { cursor, limit, division, ...query }: AgreementQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'agreement.read');
    const after = cursorId(cursor);
    const divisionPrefix = division && regionPrefix(division);
    const filter = { ...query, divisionPrefix, today: this.desk.today };
    const rows = await this.agreements.list(grant, filter, after, limit + 1);
    const { items, nextCursor } = pageById(rows, limit);
    return found({ items: items.map((row) => this.desk.view(grant, row)), nextCursor });
  }
}
