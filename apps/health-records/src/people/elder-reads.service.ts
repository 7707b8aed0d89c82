import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { AssessmentRepository } from '../assessments/assessment.repository.js';
import { levelInForce } from '../assessments/domain/level-in-force.js';
import { ElderRepository } from './elder.repository.js';
import { elderView } from './elder.view.js';

/** Reading who an elder is. */
@Injectable()
export class ElderReadsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly elders: ElderRepository,
    private readonly assessments: AssessmentRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get(caller: Caller, elderId: string): Promise<Answer> {
    const grant = this.access.require(caller, 'elder.read');
    return this.disclosures.run(caller, async (tx) => {
      const [elder, latest] = await Promise.all([
        this.elders.get(tx, elderId, grant),
        this.assessments.findLatest(tx, elderId),
      ]);
      const entry = { action: 'elder.read', resource: 'elder', resourceId: elderId, elderId } as const;
      this.audit.record(tx, caller, { ...entry, outcome: 'ALLOWED' });
      const level = levelInForce(latest, civilDateInShanghai(this.clock.now()));
      return found(viewOf(grant, 'elder', elderView(elder, this.elders.details(elder), level)), elder.version);
    });
  }
}
