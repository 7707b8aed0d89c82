import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import type { Answer, Call } from '@yiyang/http';
import { legalBasisMissing } from '../application/domain/application.js';
import { changeQualification, type QualificationAction } from './domain/qualification.js';
import { InstitutionCommand } from './institution-command.js';
import { QualificationRecorder } from './qualification-recorder.js';

export interface QualificationRequest {
  readonly effectiveOn: string;
  readonly reasonCode: string;
  readonly legalBasis?: string;
  readonly validTo?: string;
}

/** Licences and filings after they were granted. One of them ends without the institution. */
@Injectable()
export class QualificationService {
  constructor(
    private readonly command: InstitutionCommand,
    private readonly qualifications: QualificationRecorder,
  ) {}

  change(
    call: Call,
    action: QualificationAction,
    of: { readonly institutionId: string; readonly qualificationId: string },
    request: QualificationRequest,
  ): Promise<Answer> {
    const name = `qualification.${action}`;
    return this.command.run(call, name, of.institutionId, (tx, institution) => {
      const qualification = institution.qualifications.find(({ id }) => id === of.qualificationId);
      if (!qualification) throw refusal('NOT_FOUND');
      if (request.legalBasis?.trim() === '') throw legalBasisMissing(['legalBasis']);
      const changes = changeQualification(qualification, { ...request, action, today: this.command.today() });
      this.qualifications.change(tx, call.caller, { ...request, institution, qualification, changes, action: name });
      return {};
    });
  }
}
