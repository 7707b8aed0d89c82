import { Injectable } from '@nestjs/common';
import { Refusal } from '@yiyang/decisions';
import { knownReference } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { Policies } from '@yiyang/service';
import type { AdjustmentMode, CivilDate } from '@yiyang/standards';
import type { Elder } from '../people/domain/person.js';
import { AssessmentRepository } from './assessment.repository.js';
import type { AssessmentTerms } from './domain/assess.js';
import { requireImpartial, requireListed, type Assessor } from './domain/assessor.js';

/** What an assessment has to comply with: the register of assessors and the region's policy. */
@Injectable()
export class AssessmentTermsReader {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly policies: Policies,
  ) {}

  /** The assessor, waiting briefly for one who was registered just now; refuses `ASSESSOR_NOT_LISTED`. */
  async listedAssessor(id: string): Promise<Assessor> {
    const found = await knownReference('assessorId', () => this.assessments.findAssessor(id)).catch(
      (error: unknown) => {
        if (error instanceof Refusal && error.code === 'UNKNOWN_REFERENCE') return undefined;
        throw error;
      },
    );
    return requireListed(found);
  }

  /** Refuses a partial assessor where the region has the rule. Source: REG-54. */
  async requireImpartial(tx: Tx, assessor: Assessor, elder: Elder, on: CivilDate): Promise<void> {
    if (!(await this.policies.applies(elder.residenceRegion, 'REG-54', on))) return;
    requireImpartial(assessor, on, await this.assessments.providers(tx, elder.id));
  }

  async of(division: string, on: CivilDate): Promise<AssessmentTerms> {
    const [mode, months] = await Promise.all([
      this.policies.get<AdjustmentMode>(division, 'assessment.adjustmentMode', on),
      this.policies.get<number>(division, 'assessment.validityMonths', on),
    ]);
    return { adjustmentMode: mode.value, validityMonths: months.value, policyVersion: mode.policyVersion };
  }
}
