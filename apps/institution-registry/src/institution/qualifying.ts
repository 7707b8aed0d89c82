import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Outbox } from '@yiyang/messaging';
import { newId, type Tx } from '@yiyang/persistence';
import { getTerm, HOSPITAL_GRADES, type HospitalGrade } from '@yiyang/standards';
import type { ApplicationRow } from '../application/application.entity.js';
import { integratedStatus, type QualificationFact } from './domain/integrated-status.js';
import { InstitutionRepository } from './institution.repository.js';
import { Integration } from './integration.js';

export interface Qualified {
  readonly validFrom: string;
  readonly today: string;
  readonly establishmentApprovalNo?: string;
  readonly practiceRegistrationNo?: string;
}

/** Turns a decided application into an institution with its qualification and beds, and says so. */
@Injectable()
export class Qualifying {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly integration: Integration,
    private readonly outbox: Outbox,
  ) {}

  async qualify(tx: Tx, application: ApplicationRow, qualified: Qualified): Promise<void> {
    const qualification: QualificationFact = {
      side: application.side,
      state: 'ACTIVE',
      validFrom: qualified.validFrom,
      validTo: null,
    };
    this.insertInstitution(tx, application, integratedStatus([qualification], [], qualified.today).value);
    const qualificationId = this.insertQualification(tx, application, qualified);
    this.sayQualified(tx, application, qualificationId, qualified.validFrom);
    this.insertBeds(tx, application, qualified.validFrom);
    if (application.hostId !== null) await this.refreshHost(tx, application.hostId, qualified.today);
  }

  private insertInstitution(tx: Tx, application: ApplicationRow, isIntegrated: boolean): void {
    const {
      institutionId,
      name,
      creditCode,
      kind,
      side,
      level,
      grade,
      division,
      hostId,
      ownership,
      profitNature,
      investmentOrigin,
    } = application;
    this.institutions.insert(tx, {
      id: institutionId,
      ...{ name, creditCode, kind, side, level, grade, division, hostId, ownership, profitNature, investmentOrigin },
      operationState: 'NOT_STARTED',
      startedOn: null,
      isIntegrated,
      integratedSince: null,
      version: 1,
    });
  }

  private insertQualification(tx: Tx, application: ApplicationRow, qualified: Qualified): string {
    const id = newId();
    const { establishmentApprovalNo = null, practiceRegistrationNo = null } = qualified;
    this.institutions.insertQualification(tx, {
      id,
      institutionId: application.institutionId,
      applicationId: application.id,
      side: application.side,
      path: application.path,
      state: 'ACTIVE',
      validFrom: qualified.validFrom,
      stateSince: qualified.validFrom,
      establishmentApprovalNo,
      practiceRegistrationNo,
    });
    return id;
  }

  private sayQualified(tx: Tx, application: ApplicationRow, qualificationId: string, on: string): void {
    const { institutionId, kind, side, level, grade, path, ownership, profitNature, hostId, division } = application;
    const facts = {
      ...{ institutionId, qualificationId, kind, side, ownership, profitNature, division },
      ...(level !== null && { level }),
      ...(hostId !== null && { hostId }),
    };
    const where = { regioncode: division };
    if (path === 'FILING')
      this.outbox.publish(tx, EVENT.institutionFiledV1, institutionId, { ...facts, filedOn: on }, where);
    else {
      const hospLv = grade === null ? undefined : getTerm(HOSPITAL_GRADES, grade as HospitalGrade).hospLv;
      const event = { ...facts, licensedOn: on, path, ...(hospLv && { grade: hospLv }) };
      this.outbox.publish(tx, EVENT.institutionLicensedV1, institutionId, event, where);
    }
  }

  private insertBeds(tx: Tx, application: ApplicationRow, effectiveOn: string): void {
    const { institutionId, division } = application;
    for (const { kind, count } of application.beds as { kind: string; count: number }[]) {
      const beds = {
        institutionId,
        bedKind: kind,
        approved: count,
        operating: count,
        blocked: 0,
        reserved: 0,
        effectiveOn,
      };
      this.institutions.insertBeds(tx, beds);
      this.outbox.publish(tx, EVENT.institutionBedInventoryChangedV1, institutionId, beds, { regioncode: division });
    }
  }

  /** The unit's rows are written by now, so the host is read back with them. */
  private async refreshHost(tx: Tx, hostId: string, today: string): Promise<void> {
    const host = await this.institutions.findForUpdate(tx, hostId);
    if (!host) throw refusal('HOST_NOT_ELIGIBLE', { fields: [{ path: 'hostId', rule: 'an institution that exists' }] });
    this.integration.refresh(tx, host, host.unitQualifications, today);
  }
}
