import { Injectable } from '@nestjs/common';
import { AccessDecisions, actsFor, Audit, viewOf, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { assertResponsible } from '../institution/institution.service.js';
import { InstitutionRepository, type WholeInstitution } from '../institution/institution.repository.js';
import { BedRepository, type BedStock } from './bed.repository.js';

/** What every change of an institution's beds has in common: who may, the lock, the version, the audit entry. */
@Injectable()
export class BedDesk {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly institutions: InstitutionRepository,
    private readonly beds: BedRepository,
    private readonly audit: Audit,
  ) {}

  /** One transaction under the institution's lock; `work` decides, stores and answers the view. */
  change(
    call: Call,
    action: string,
    institutionId: string,
    work: (tx: Tx, institution: WholeInstitution, stocks: readonly BedStock[]) => Promise<object> | object,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const institution = await this.institutions.findForUpdate(tx, institutionId);
      if (!institution) throw refusal('NOT_FOUND');
      assertMayChange(grant, institution);
      if (institution.version !== call.version) throw refusal('VERSION_CHANGED');
      const view = await work(tx, institution, await this.beds.stocks(institutionId, tx));
      this.institutions.update(tx, institutionId, institution.version, {});
      const { resource } = grant.view;
      this.audit.record(tx, call.caller, { action, resource, resourceId: institutionId, outcome: 'ALLOWED' });
      return changed(viewOf(grant, resource, view), institution.version + 1);
    });
  }
}

/** Beds are public knowledge, so a 403 gives nothing away. */
function assertMayChange(grant: Grant, institution: WholeInstitution): void {
  if (grant.scope !== 'OWN') return assertResponsible(grant, institution);
  if (!actsFor(grant.caller, institution.id)) throw refusal('NOT_ALLOWED', { inputs: { reason: 'NOT_OWN' } });
}
