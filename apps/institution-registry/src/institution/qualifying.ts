import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { newId, type Tx } from '@yiyang/persistence';
import { getTerm, HOSPITAL_GRADES, type HospitalGrade } from '@yiyang/standards';
import { History } from '../history/history.js';
import type { ApplicationRow } from '../application/application.entity.js';
import { Reviews } from '../review/reviews.js';
import { institutionState } from './institution-state.js';
import { InstitutionRepository } from './institution.repository.js';
import type { InstitutionRow } from './institution.entity.js';

export interface Qualified {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly establishmentApprovalNo?: string;
  readonly practiceRegistrationNo?: string;
}

/** Turns a decided application into an institution with its qualification and beds, and says so. */
@Injectable()
export class Qualifying {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly history: History,
    private readonly reviews: Reviews,
    private readonly outbox: Outbox,
  ) {}

  qualify(tx: Tx, caller: Caller, application: ApplicationRow, qualified: Qualified): void {
    const { institutionId, side, path } = application;
    const { validFrom } = qualified;
    const id = newId();
    const institution = newInstitution(application);
    this.institutions.insert(tx, institution);
    this.insertQualification(tx, application, id, qualified);
    const action = path === 'FILING' ? 'application.file' : 'application.approve';
    const change = { institutionId, effectiveOn: validFrom, action };
    this.history.record(tx, caller, {
      ...change,
      ...{ aspect: 'INSTITUTION', subject: institutionId, state: institutionState(institution) },
    });
    this.history.record(tx, caller, {
      ...change,
      ...{
        aspect: 'QUALIFICATION',
        subject: id,
        state: { ...qualified, id, side, path, state: 'ACTIVE', stateSince: validFrom },
      },
    });
    this.history.record(tx, caller, {
      ...change,
      ...{ aspect: 'OPERATION', subject: institutionId, state: { state: 'NOT_STARTED', since: null, startedOn: null } },
    });
    this.sayQualified(tx, application, id, validFrom);
    this.insertBeds(tx, caller, application, { effectiveOn: validFrom, action });
    this.reviews.request(tx, institutionId);
  }

  private insertQualification(tx: Tx, application: ApplicationRow, id: string, qualified: Qualified): void {
    const { establishmentApprovalNo = null, practiceRegistrationNo = null, validFrom, validTo } = qualified;
    const { institutionId, id: applicationId, side, path } = application;
    this.institutions.insertQualification(tx, {
      ...{ id, institutionId, applicationId, side, path, validFrom, validTo },
      ...{ establishmentApprovalNo, practiceRegistrationNo },
      state: 'ACTIVE',
      stateSince: validFrom,
    });
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

  private insertBeds(
    tx: Tx,
    caller: Caller,
    application: ApplicationRow,
    { effectiveOn, action }: { effectiveOn: string; action: string },
  ): void {
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
      this.history.record(tx, caller, {
        ...{ institutionId, aspect: 'BEDS', subject: kind, effectiveOn, state: beds },
        action,
      });
      this.outbox.publish(tx, EVENT.institutionBedInventoryChangedV1, institutionId, beds, { regioncode: division });
    }
  }
}

function newInstitution(application: ApplicationRow): InstitutionRow {
  const { institutionId, name, creditCode, kind, side, level, grade, division, hostId, ownership } = application;
  const { profitNature, investmentOrigin, founderId, careAreaSeparated } = application;
  return {
    id: institutionId,
    ...{ name, creditCode, kind, side, level, grade, division, hostId, ownership, profitNature, investmentOrigin },
    ...{ founderId, careAreaSeparated, elderCareScopeFrom: null },
    operationState: 'NOT_STARTED',
    startedOn: null,
    operationSince: null,
    isIntegrated: false,
    version: 1,
  };
}
