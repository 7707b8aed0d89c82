import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import { integratedStatus, type QualificationFact } from './domain/integrated-status.js';
import { InstitutionRepository, type WholeInstitution } from './institution.repository.js';

/** Keeps the stored integrated status equal to the computed one and says every change once. Source: REG-01. */
@Injectable()
export class Integration {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Recomputes a locked institution after its own or its units' qualifications became `own` and `ofUnits`.
   * @returns the columns to change, empty when the status stays; the caller writes them with its own changes.
   */
  recompute(
    tx: Tx,
    institution: WholeInstitution,
    own: readonly QualificationFact[],
    ofUnits: readonly QualificationFact[],
    on: string,
  ): { isIntegrated?: boolean; integratedSince?: string | null } {
    const { value } = integratedStatus(own, ofUnits, on);
    if (value === institution.isIntegrated) return {};
    const { id, division } = institution;
    const event = { institutionId: id, isIntegrated: value, since: on };
    this.outbox.publish(tx, EVENT.institutionIntegratedStatusChangedV1, id, event, { regioncode: division });
    return { isIntegrated: value, integratedSince: value ? on : null };
  }

  /** Recomputes and stores; for a host whose unit changed. */
  refresh(tx: Tx, institution: WholeInstitution, ofUnits: readonly QualificationFact[], on: string): void {
    const changes = this.recompute(tx, institution, institution.qualifications, ofUnits, on);
    if (Object.keys(changes).length > 0) this.institutions.update(tx, institution.id, institution.version, changes);
  }
}
