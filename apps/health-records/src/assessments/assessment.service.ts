import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Commands, created, type Answer, type Call } from '@yiyang/http';
import { Clock, newId } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { ElderRepository } from '../people/elder.repository.js';
import { AssessmentRecorder } from './assessment-recorder.js';
import { AssessmentTermsReader } from './assessment-terms.js';
import type { RecordAssessmentBody } from './assessment.dto.js';
import { assess, type Findings } from './domain/assess.js';

/** Recording ability assessments. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly elders: ElderRepository,
    private readonly terms: AssessmentTermsReader,
    private readonly recorder: AssessmentRecorder,
    private readonly clock: Clock,
  ) {}

  async record(call: Call, elderId: string, body: RecordAssessmentBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'assessment.record');
    const findings = findingsOf(body);
    const assessor = await this.terms.listedAssessor(body.assessorId);
    return this.commands.run(call, async (tx) => {
      const elder = await this.elders.get(tx, elderId, grant);
      await this.terms.requireImpartial(tx, assessor, elder, body.assessedOn);
      const terms = await this.terms.of(elder.residenceRegion, body.assessedOn);
      const assessed = assess(findings, terms, civilDateInShanghai(this.clock.now()));
      const made = { id: newId(), assessorId: body.assessorId, assessedOn: body.assessedOn, at: this.clock.now() };
      const view = this.recorder.recorded(tx, call.caller, elder, { ...made, ...assessed, terms });
      return created(viewOf(grant, 'assessment', view), 1, `/v1/elders/${elderId}/assessments`);
    });
  }
}

function findingsOf(body: RecordAssessmentBody): Findings {
  const { assessedOn, items, total, dementia, coma, riskEvents } = body;
  const found = { assessedOn, dementia, coma, riskEvents };
  if (items !== undefined && total === undefined) return { ...found, score: { items } };
  if (total !== undefined && items === undefined) return { ...found, score: { total } };
  throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'items', rule: 'either items or total' }] });
}
