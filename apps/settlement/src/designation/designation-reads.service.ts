import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { found, type Answer } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import type { DesignationQuery } from './designation.dto.js';
import { DesignationRepository } from './designation.repository.js';
import { designationView } from './designation.view.js';

/** Reading designations; they are about institutions, not persons. */
@Injectable()
export class DesignationReadsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly designations: DesignationRepository,
    private readonly clock: Clock,
  ) {}

  async get(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'designation.read');
    const designation = await this.designations.get(id, grant);
    return found(viewOf(grant, 'designation', designationView(designation, this.today())), designation.version);
  }

  async list(caller: Caller, query: DesignationQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'designation.read');
    const page = await this.designations.list(grant, query);
    const items = page.items.map((designation) =>
      viewOf(grant, 'designation', designationView(designation, this.today())),
    );
    return found({ items, nextCursor: page.nextCursor });
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}
