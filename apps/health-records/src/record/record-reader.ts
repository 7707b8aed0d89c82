import { Injectable } from '@nestjs/common';
import type { Grant } from '@yiyang/access';
import type { Tx } from '@yiyang/persistence';
import { AssessmentRepository } from '../assessments/assessment.repository.js';
import { assessmentView } from '../assessments/assessment.view.js';
import { DocumentRepository } from '../documents/document.repository.js';
import { documentView } from '../documents/document.view.js';
import type { Sections } from '../documents/domain/read-sections.js';
import { ElderRepository } from '../people/elder.repository.js';
import { GrantRepository } from '../relations/grant.repository.js';
import { DisclosureGate, type Basis } from './disclosure-gate.js';
import type { RecordView } from './record.view.js';

const MOST_ASSESSMENTS = 50;
const MOST_DOCUMENTS = 100;

/** Puts a record together, with only the parts that may be disclosed. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly elders: ElderRepository,
    private readonly gate: DisclosureGate,
    private readonly grants: GrantRepository,
    private readonly assessments: AssessmentRepository,
    private readonly documents: DocumentRepository,
  ) {}

  /** The statements go together in one round trip; a stranger's elder fails the first, and nothing of the rest is used. */
  async read(tx: Tx, grant: Grant, elderId: string): Promise<{ record: RecordView; bases: readonly Basis[] }> {
    const [elder, gate, grants, assessments, documents] = await Promise.all([
      this.elders.get(tx, elderId, grant),
      this.gate.look(tx, grant.caller, elderId),
      this.grants.list(tx, elderId, grant.caller),
      this.assessments.newest(tx, elderId, MOST_ASSESSMENTS),
      this.documents.newest(tx, elderId, MOST_DOCUMENTS),
    ]);
    const safe = this.elders.safe(elder);
    const health = gate.basisFor('HEALTH_STATUS');
    const medical = gate.basisFor('MEDICAL_APPLICATION');
    const record: RecordView = { elderId: elder.id, grants };
    if (health.isOpen) record.assessments = assessments.map((stored) => assessmentView(stored, safe));
    if (medical.isOpen)
      record.documents = documents.map((stored) =>
        documentView(stored, safe.open<Sections>(`document:${stored.id}:${stored.version}`, stored.sealed)),
      );
    return { record, bases: [health, medical] };
  }
}
