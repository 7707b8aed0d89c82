import { Injectable } from '@nestjs/common';
import { Audit, type Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import { regionsOf } from '../people/domain/person.js';
import { ElderRepository, type StoredElder } from '../people/elder.repository.js';
import { AssessmentRepository } from './assessment.repository.js';
import { assessmentView, type AssessmentView } from './assessment.view.js';
import { SCALE, type Assessed, type AssessmentTerms } from './domain/assess.js';

export interface NewAssessment extends Assessed {
  readonly id: string;
  readonly assessorId: string;
  readonly assessedOn: string;
  readonly at: Date;
  readonly terms: AssessmentTerms;
}

/** Writes what an assessment leaves behind: row, event, audit entry. */
@Injectable()
export class AssessmentRecorder {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly elders: ElderRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  recorded(tx: Tx, caller: Caller, elder: StoredElder, made: NewAssessment): AssessmentView {
    const { id, assessorId, assessedOn, validTo, level, detail, at, terms } = made;
    const { id: elderId, residenceRegion: regioncode } = elder;
    const safe = this.elders.safe(elder);
    const scale = { scale: SCALE.name, scaleVersion: SCALE.version };
    const facts = { elderId, assessorId, ...scale, assessedOn, validTo, level };
    const row = {
      id,
      version: 1,
      ...facts,
      ...regionsOf(elder),
      sealed: safe.seal(`assessment:${id}`, detail),
      policyVersion: terms.policyVersion,
      recordedAt: at,
    };
    this.assessments.insert(tx, row);
    const data = { ...facts, assessmentId: id };
    this.outbox.publish(tx, EVENT.recordAssessmentCompletedV1, elderId, data, { regioncode });
    const entry = { action: 'assessment.record', resource: 'assessment', resourceId: id, elderId } as const;
    this.audit.record(tx, caller, { ...entry, outcome: 'ALLOWED' });
    return assessmentView(row, safe);
  }
}
