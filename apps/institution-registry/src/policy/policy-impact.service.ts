import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { found, type Answer } from '@yiyang/http';
import { cursorId, pageById } from '@yiyang/persistence';
import type { ResolvedPolicy } from '@yiyang/region-policy';
import { Policies, valueOf } from '@yiyang/service';
import { parentDivision, regionPrefix, type CivilDate, type DivisionCode } from '@yiyang/standards';
import type { PathPolicy } from '../application/domain/application-path.js';
import { ComplianceRepository, type ExaminedInstitution } from '../compliance/compliance.repository.js';
import { POLICY_KEYS } from '../compliance/domain/assess-compliance.js';
import { findingsOf } from '../compliance/domain/finding-changes.js';
import { examineBy } from '../compliance/examination.js';
import { findingDifferences } from './domain/finding-differences.js';
import { pathChanges } from './domain/path-changes.js';
import { afterProposal, changedValues, type Proposal } from './domain/proposed-policy.js';
import { checkProposal } from './domain/proposed-values.js';
import type { DryRunBody } from './policy-impact.dto.js';
import { changedValueView } from './policy-view-of.js';
import { requireDivision } from './require-division.js';

type Values = ReadonlyMap<string, ResolvedPolicy<unknown>>;

const PATH_KEYS = ['internalFilingTypes', 'twoInOneExcludedTypes', 'twoInOneMaxLevel'] as const;

/** What proposed values would change before anybody publishes them; nothing is written and nobody is told. */
@Injectable()
export class PolicyImpactService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly policies: Policies,
    private readonly institutions: ComplianceRepository,
  ) {}

  async dryRun(caller: Caller, { division, on, values, limit, cursor }: DryRunBody): Promise<Answer> {
    const grant = this.access.require(caller, 'policy.dry-run');
    requireDivision(caller, division);
    const sound = checkProposal(division, values);
    const after = cursorId(cursor);
    const keys = sound.map(({ key }) => key);
    const above = parentDivision(division);
    const inherited = above === undefined ? new Map() : await this.policies.findAll(above, keys, on);
    const proposal: Proposal = { division, values: sound, inherited };
    const read = { divisionPrefix: regionPrefix(division), on, after, limit: limit + 1 };
    const page = pageById(await this.institutions.page(grant, read), limit);
    const [now, then] = await this.bothIn(division, [...keys, ...PATH_KEYS], proposal, on);
    const view = {
      ...{ division, on, examined: page.items.length, nextCursor: page.nextCursor },
      values: changedValues(keys, now, then).map(changedValueView),
      paths: pathChanges(pathPolicy(now), pathPolicy(then)),
      items: await this.impacts(page.items, proposal, on),
    };
    return found(viewOf(grant, 'policy-impact', view));
  }

  private async impacts(institutions: readonly ExaminedInstitution[], proposal: Proposal, on: CivilDate) {
    const impacts = [...Map.groupBy(institutions, ({ division }) => division)].map(async ([division, of]) => {
      const [now, then] = await this.bothIn(division, POLICY_KEYS, proposal, on);
      return of.map((institution) => {
        const findings = (values: Values) => {
          const { outcomes, model } = examineBy(values, institution, on);
          return findingsOf(outcomes, model);
        };
        return { institutionId: institution.id, division, ...findingDifferences(findings(now), findings(then)) };
      });
    });
    return (await Promise.all(impacts)).flat().filter(({ gained, lost }) => gained.length + lost.length > 0);
  }

  private async bothIn(
    division: DivisionCode,
    keys: readonly string[],
    proposal: Proposal,
    on: CivilDate,
  ): Promise<[Values, Values]> {
    const now = await this.policies.findAll(division, keys, on);
    return [now, afterProposal(proposal, now, division, on)];
  }
}

function pathPolicy(values: Values): PathPolicy {
  return {
    internalFilingTypes: valueOf(values, 'internalFilingTypes'),
    twoInOneExcludedTypes: valueOf(values, 'twoInOneExcludedTypes'),
    twoInOneMaxLevel: valueOf(values, 'twoInOneMaxLevel'),
  };
}
