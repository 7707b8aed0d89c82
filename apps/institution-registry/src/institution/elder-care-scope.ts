import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { Tx } from '@yiyang/persistence';
import { History } from '../history/history.js';
import { Reviews } from '../review/reviews.js';
import { institutionState } from './institution-state.js';
import { InstitutionRepository } from './institution.repository.js';

/** Since when the charter of a medical institution includes elder care. Source: REG-08. */
@Injectable()
export class ElderCareScope {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly history: History,
    private readonly reviews: Reviews,
  ) {}

  async since(tx: Tx, institutionId: string): Promise<string | null> {
    return (await this.institutions.findForUpdate(tx, institutionId))?.elderCareScopeFrom ?? null;
  }

  async open(tx: Tx, caller: Caller, institutionId: string, from: string): Promise<void> {
    const institution = await this.institutions.findForUpdate(tx, institutionId);
    if (!institution) throw refusal('NOT_FOUND');
    const changes = { elderCareScopeFrom: from };
    this.institutions.update(tx, institutionId, institution.version, changes);
    this.history.record(tx, caller, {
      ...{ institutionId, aspect: 'INSTITUTION', subject: institutionId, effectiveOn: from },
      state: institutionState({ ...institution, ...changes }),
      action: 'application.record-scope-change',
    });
    this.reviews.request(tx, institutionId);
  }
}
