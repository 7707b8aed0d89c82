import { Injectable } from '@nestjs/common';
import { Audit, type Caller } from '@yiyang/access';
import { Clock, Database, newId, type Tx } from '@yiyang/persistence';
import { addDays, civilDateInShanghai, type CivilDate } from '@yiyang/standards';
import { FactLedger } from '../fact/fact-ledger.js';
import { FactRepository, type KeptFact, type NewFact } from '../fact/fact.repository.js';
import { changesWelfareNature, type Nature } from './domain/registration.js';
import { InstitutionRepository } from './institution.repository.js';

const TYPE = 'UNAPPROVED_NATURE_CHANGE';

/** Keeps as a fact that somebody tried to change a protected nature without approval; a rule finds it. Source: REG-24. */
@Injectable()
export class NatureChangeAttempts {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionRepository,
    private readonly facts: FactRepository,
    private readonly ledger: FactLedger,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * After the refused command was rolled back, in a transaction of its own. An attempt that is open already is enough, and
   * there is none where an approved change came in between.
   */
  keep(caller: Caller, institutionId: string, body: Partial<Nature>): Promise<void> {
    return this.database.transaction(async (tx) => {
      const institution = await this.institutions.findForUpdate(tx, institutionId);
      if (!institution) return;
      const { ownership, profitNature, division } = institution;
      const asked = { ownership: body.ownership ?? ownership, profitNature: body.profitNature ?? profitNature };
      if (!changesWelfareNature(institution, asked)) return;
      if ((await this.ofInstitution(tx, institutionId)).some(({ validTo }) => validTo === null)) return;
      const [id, recordedAt] = [newId(), this.clock.now()];
      const fact: NewFact = {
        ...{ id, institutionId, division, type: TYPE, subject: id, value: asked, codes: [], partnerId: null },
        ...{ validFrom: civilDateInShanghai(recordedAt), validTo: null, recordedAt, version: 1 },
        ...{ clientId: caller.clientId, role: caller.role, organisationId: caller.organisationId ?? null },
      };
      this.ledger.keep(tx, caller, fact, { action: 'fact.state', reasonCode: 'NATURE_CHANGE_NOT_APPROVED' });
      this.ledger.review(tx, [fact]);
      this.audit.record(tx, caller, { action: 'fact.state', resource: 'fact', resourceId: id, outcome: 'ALLOWED' });
    });
  }

  /** A change was approved, so from its day on no attempt is open. */
  async settle(tx: Tx, caller: Caller, institutionId: string, effectiveOn: CivilDate): Promise<void> {
    const why = { action: 'fact.end', reasonCode: 'NATURE_CHANGE_APPROVED' };
    for (const attempt of await this.ofInstitution(tx, institutionId)) {
      if (attempt.validTo !== null && attempt.validTo < effectiveOn) continue;
      const lastDay = attempt.validFrom < effectiveOn ? addDays(effectiveOn, -1) : null;
      this.ledger.close(tx, caller, attempt, lastDay, why);
    }
  }

  private ofInstitution(tx: Tx, institutionId: string): Promise<KeptFact[]> {
    return this.facts.findForUpdate(tx, [institutionId], { types: [], subjects: [], besides: [TYPE] });
  }
}
