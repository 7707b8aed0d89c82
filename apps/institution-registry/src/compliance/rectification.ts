import { Injectable } from '@nestjs/common';
import type { Tx } from '@yiyang/persistence';
import type { CivilDate } from '@yiyang/standards';
import { CLOCK } from '../history/history.js';
import { InstitutionRepository } from '../institution/institution.repository.js';
import { OperationRecorder } from '../institution/operation-recorder.js';
import type { ExaminedInstitution } from './compliance.repository.js';

/** Takes an institution that operates into rectification; the department restores it. Source: REG-40. */
@Injectable()
export class Rectification {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly operations: OperationRecorder,
  ) {}

  order(tx: Tx, institution: ExaminedInstitution, effectiveOn: CivilDate): void {
    const why = { action: 'institution.rectify', reasonCode: 'MAJOR_HAZARD' };
    const changes = this.operations.change(tx, CLOCK, { institution, to: 'RECTIFYING', effectiveOn, ...why });
    this.institutions.update(tx, institution.id, institution.version, changes);
  }
}
