import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer, type PageQuery } from '@yiyang/http';
import { ElderRepository } from '../people/elder.repository.js';
import { DisclosureGate } from '../record/disclosure-gate.js';
import { AssessmentRepository } from './assessment.repository.js';
import { assessmentView } from './assessment.view.js';

/** Reading ability assessments: the level by relation, how it came about as the record's content. */
@Injectable()
export class AssessmentReadsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly elders: ElderRepository,
    private readonly assessments: AssessmentRepository,
    private readonly gate: DisclosureGate,
    private readonly audit: Audit,
  ) {}

  list(caller: Caller, elderId: string, query: PageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'assessment.read');
    return this.disclosures.run(caller, async (tx) => {
      const [elder, gate, page] = await Promise.all([
        this.elders.get(tx, elderId, grant),
        this.gate.look(tx, caller, elderId),
        this.assessments.page(tx, elderId, query),
      ]);
      const basis = gate.basisFor('HEALTH_STATUS');
      const safe = basis.isOpen ? this.elders.safe(elder) : undefined;
      const entry = { action: 'assessment.read', resource: 'assessment', elderId, code: basis.code } as const;
      this.audit.record(tx, caller, { ...entry, outcome: 'ALLOWED' });
      const items = page.items.map((stored) => viewOf(grant, 'assessment', assessmentView(stored, safe)));
      return found({ items, nextCursor: page.nextCursor });
    });
  }
}
