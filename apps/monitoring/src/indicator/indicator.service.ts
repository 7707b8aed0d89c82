import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, type Answer } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { civilDateInShanghai, inScope, isKnownDivision } from '@yiyang/standards';
import { agreementPairs } from './domain/agreement-pairs.js';
import { integratedInstitutions } from './domain/integrated-institutions.js';
import { periodOf } from './domain/period.js';
import { referralFigures } from './domain/referral-figures.js';
import { FactRepository } from './fact.repository.js';
import type { IndicatorQuery } from './indicator.dto.js';

/** Quarterly figures of a region. Source: standards §13. */
@Injectable()
export class IndicatorService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly facts: FactRepository,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, { region, period: code }: IndicatorQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'indicator.read');
    if (!isKnownDivision(region))
      throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'region', rule: 'a division code' }] });
    if (!inScope(caller.region, region)) throw refusal('NOT_ALLOWED', { inputs: { region, scope: caller.region } });
    const period = periodOf(code, civilDateInShanghai(this.clock.now()));
    const [institutions, qualifications, agreements, referrals] = await Promise.all([
      this.facts.institutions(region),
      this.facts.qualifications(region, period),
      this.facts.agreements(region, period.asOf),
      this.facts.referrals(region, period),
    ]);
    const indicators = [
      integratedInstitutions(institutions, qualifications, period.asOf),
      agreementPairs(agreements, period.asOf),
      referralFigures(referrals, period),
    ].map((indicator) => ({ ...indicator, asOf: period.asOf }));
    return found(viewOf(grant, 'indicator', { region, period: code, indicators }));
  }
}
