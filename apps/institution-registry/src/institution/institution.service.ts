import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, type Answer } from '@yiyang/http';
import { Clock, cursorId, pageById } from '@yiyang/persistence';
import { civilDateInShanghai, inScope, regionPrefix } from '@yiyang/standards';
import { DEPARTMENT_OF_SIDE } from '../application/domain/application.js';
import { ChangeRepository } from '../history/change.repository.js';
import type { AsOfQuery, ChangeQuery, InstitutionQuery } from './institution.dto.js';
import { InstitutionRepository, type WholeInstitution } from './institution.repository.js';
import { changeView, institutionView } from './institution.view.js';
import { mayReadAgreements } from './may-read-agreements.js';
import { pastInstitution } from './past-institution.js';

/** Institutions as they are, as they were, and how they came to be so. */
@Injectable()
export class InstitutionService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly institutions: InstitutionRepository,
    private readonly changes: ChangeRepository,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, id: string, { on, knownAt }: AsOfQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'institution.read');
    if (on !== undefined || knownAt !== undefined)
      return this.readPast(grant, id, on ?? this.today(), knownAt === undefined ? this.clock.now() : new Date(knownAt));
    const institution = await this.institutions.find(id);
    if (!institution) throw refusal('NOT_FOUND');
    return found(this.view(grant, institution), institution.version);
  }

  async list(caller: Caller, query: InstitutionQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'institution.list');
    const after = cursorId(query.cursor);
    const { kind, side, integrated, division, limit } = query;
    const filter = {
      ...(kind && { kind }),
      ...(side && { side }),
      ...(division && { divisionPrefix: regionPrefix(division) }),
      ...(integrated !== undefined && { integrated }),
      on: this.today(),
    };
    const rows = await this.institutions.list(filter, after, limit + 1);
    const page = pageById(rows, limit);
    return found({ items: page.items.map((row) => this.view(grant, row)), nextCursor: page.nextCursor });
  }

  /** Who changed what, from when and why, the newest first. */
  async history(caller: Caller, id: string, { aspect, cursor, limit }: ChangeQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'institution.history');
    const before = cursorId(cursor);
    const rows = await this.changes.list(grant, id, { aspect, before, limit: limit + 1 });
    const page = pageById(rows, limit);
    return found({
      items: page.items.map((row) => viewOf(grant, 'institution-change', changeView(row))),
      nextCursor: page.nextCursor,
    });
  }

  private async readPast(grant: Grant, id: string, on: string, knownAt: Date): Promise<Answer> {
    const past = pastInstitution(id, on, await this.changes.asOf(id, on, knownAt));
    if (!past) throw refusal('NOT_FOUND');
    const agreements = mayReadAgreements(grant.caller, past.institution) && { agreements: past.agreements };
    const view = { ...institutionView(past.institution, on), ...agreements, asOf: { on, knownAt } };
    return found(viewOf(grant, 'institution', view));
  }

  private view(grant: Grant, institution: WholeInstitution): object {
    return viewOf(grant, 'institution', institutionView(institution, this.today()));
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

/** The department of the side, for its own region. Institution data is public, so a 403 gives nothing away. */
export function assertResponsible(grant: Grant, institution: Pick<WholeInstitution, 'side' | 'division'>): void {
  const { caller } = grant;
  if (!inScope(caller.region, institution.division))
    throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
  if (caller.role !== DEPARTMENT_OF_SIDE[institution.side])
    throw refusal('WRONG_DEPARTMENT', {
      rule: 'REG-11',
      inputs: { side: institution.side, department: DEPARTMENT_OF_SIDE[institution.side] },
    });
}
