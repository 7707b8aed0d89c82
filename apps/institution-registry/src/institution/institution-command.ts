import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { Reviews } from '../review/reviews.js';
import type { InstitutionRow } from './institution.entity.js';
import { InstitutionRepository, type WholeInstitution } from './institution.repository.js';
import { assertResponsible } from './institution.service.js';
import { institutionView } from './institution.view.js';

/** The frame of every command of a department about an institution: load, decide, store, review, answer. */
@Injectable()
export class InstitutionCommand {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly institutions: InstitutionRepository,
    private readonly reviews: Reviews,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `decide` gives the columns to change and may write more. */
  run(
    call: Call,
    action: string,
    id: string,
    decide: (tx: Tx, institution: WholeInstitution) => Promise<Partial<InstitutionRow>> | Partial<InstitutionRow>,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const institution = await this.institutions.findForUpdate(tx, id);
      if (!institution) throw refusal('NOT_FOUND');
      assertResponsible(grant, institution);
      if (institution.version !== call.version) throw refusal('VERSION_CHANGED');
      const changes = await decide(tx, institution);
      this.institutions.update(tx, id, institution.version, changes);
      this.reviews.request(tx, id);
      this.audit.record(tx, call.caller, { action, resource: 'institution', resourceId: id, outcome: 'ALLOWED' });
      const after = (await this.institutions.findForUpdate(tx, id)) as WholeInstitution;
      return changed(viewOf(grant, 'institution', institutionView(after, this.today())), after.version);
    });
  }

  today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}
