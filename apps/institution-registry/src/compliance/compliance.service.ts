import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, type Answer } from '@yiyang/http';
import { Clock, cursorId, pageById } from '@yiyang/persistence';
import { sourceOf, type ContractCoverage } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import { civilDateInShanghai, regionPrefix, type CivilDate } from '@yiyang/standards';
import type { CoverageQuery, FindingQuery, UncoveredQuery } from './compliance.dto.js';
import { ComplianceRepository } from './compliance.repository.js';
import { findingView, ruleOutcomeView } from './compliance.view.js';
import { CoverageRepository } from './coverage.repository.js';
import { agreementCoverageRate } from './domain/agreement-coverage-rate.js';
import { medicalCoverage } from './domain/medical-coverage.js';
import { Examination } from './examination.js';
import { FindingRepository } from './finding.repository.js';

/** What the rules say about institutions: as it was recorded, and computed now. */
@Injectable()
export class ComplianceService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly findings: FindingRepository,
    private readonly institutions: ComplianceRepository,
    private readonly examination: Examination,
    private readonly coverages: CoverageRepository,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, action: string, query: FindingQuery): Promise<Answer> {
    const grant = this.access.require(caller, action);
    const { limit, rule: ruleId, division, ...filter } = query;
    const narrowed = { ...filter, ruleId, divisionPrefix: division && regionPrefix(division) };
    const rows = await this.findings.list(grant, narrowed, cursorId(query.cursor), limit + 1);
    const page = pageById(rows, limit);
    return found({ ...page, items: page.items.map((row) => viewOf(grant, 'finding', findingView(row))) });
  }

  /** Every rule's answer on this day, whatever was recorded: the answer a review would act on. */
  async compliance(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'institution.compliance');
    const on = this.today();
    const institution = await this.institutions.find(grant, id, on);
    if (!institution) throw refusal('NOT_FOUND');
    const { outcomes, model } = await this.examination.examine(institution, on);
    const rules = outcomes.map((outcome) => ruleOutcomeView(outcome, model));
    const medicallyCovered = medicalCoverage({ ...institution, on });
    return found(viewOf(grant, 'compliance', { institutionId: id, on, medicallyCovered, rules }));
  }

  async coverage(caller: Caller, { division }: CoverageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'agreement.coverage');
    const on = this.today();
    const policy = await this.policies.find<readonly ContractCoverage[]>(division, 'contractCoverage', on);
    const counts = await this.coverages.counts(grant, regionPrefix(division), on);
    const scopes = counts.map((count) => agreementCoverageRate(count, policy));
    return found(viewOf(grant, 'agreement-coverage', { division, on, scopes, ...(policy && sourceOf(policy)) }));
  }

  async uncovered(caller: Caller, query: UncoveredQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'agreement.uncovered');
    const { division, limit } = query;
    const prefix = regionPrefix(division);
    const rows = await this.coverages.uncovered(grant, prefix, this.today(), cursorId(query.cursor), limit + 1);
    const page = pageById(rows, limit);
    return found({ ...page, items: page.items.map((row) => viewOf(grant, 'institution', row)) });
  }

  private today(): CivilDate {
    return civilDateInShanghai(this.clock.now());
  }
}
