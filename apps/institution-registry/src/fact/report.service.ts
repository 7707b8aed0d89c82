import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, type Answer } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { sourceOf } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import { civilDateInShanghai, countiesWithin, divisionName, inScope, regionPrefix } from '@yiyang/standards';
import { factType, type FactTypeCode } from './domain/fact-types.js';
import { countiesBelow, isTargetMet, ratePercent, type CountTarget } from './domain/report-facts.js';
import type { ReportQuery } from './report.dto.js';
import { ReportRepository, type CertifiedStaff } from './report.repository.js';

/** What a department is told about all facts of a type in its region: how many, where, what is missing. */
@Injectable()
export class ReportService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly reports: ReportRepository,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, type: FactTypeCode, query: ReportQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'report.read');
    const { division = caller.region, on = civilDateInShanghai(this.clock.now()) } = query;
    if (!inScope(caller.region, division)) throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
    const question = { type, on, divisionPrefix: regionPrefix(division) };
    const { zh, symmetric = false } = factType(type);
    const counts = await this.reports.count(grant, question, symmetric);
    const aim = await this.aimOf(type, division, on);
    const missing = aim ? countiesBelow(aim.target, countiesWithin(division), counts.byCounty) : [];
    const report = {
      ...{ type, zh, division, on, ...counts, byCounty: counts.byCounty.map(named) },
      missing: missing.map((county) => named({ division: county })),
      ...(aim && { target: aim.target.count, isMet: isTargetMet(aim.rule, aim, { ...counts, missing }) }),
      ...(type === 'STAFF_MEMBER' && { certified: rated(await this.reports.certifiedStaff(grant, question)) }),
    };
    return found(viewOf(grant, 'fact-report', report));
  }

  private async aimOf(type: FactTypeCode, division: string, on: string) {
    const { target: key, from: rule } = factType(type);
    const policy = key && (await this.policies.find<CountTarget>(division, key, on));
    return policy && { rule, target: policy.value, because: sourceOf(policy) };
  }
}

function named<Line extends { readonly division: string }>(line: Line): Line & { name: string } {
  return { ...line, name: divisionName(line.division) ?? line.division };
}

function rated({ below, ...all }: CertifiedStaff) {
  const withRate = <Line extends { staff: number; certified: number }>(line: Line) => ({
    ...line,
    ratePercent: ratePercent(line.certified, line.staff),
  });
  return { ...withRate(all), below: below.map(withRate) };
}
