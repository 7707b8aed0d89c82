import { Controller, Query } from '@nestjs/common';
import { AccessDecisions, CallerParam, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, Read, type Answer } from '@yiyang/http';
import type { ResolvedPolicy } from '@yiyang/region-policy';
import { Policies } from './policies.js';
import { PolicyQuery, PolicyView } from './policy.view.js';

/**
 * Which value holds where and when, and which document says so, from this service's own copy: every service answers the
 * same. To the outside the gateway passes the registry's answer on. Source: GOV-15.
 */
@Controller('v1/policies')
export class PolicyController {
  constructor(
    private readonly access: AccessDecisions,
    private readonly policies: Policies,
  ) {}

  @Read('resolve', 'policy.resolve', { summary: '查询地方政策 Resolve a regional policy value', returns: PolicyView })
  async resolve(@CallerParam() caller: Caller, @Query() query: PolicyQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'policy.resolve');
    const policy = await this.find(query);
    if (!policy) throw refusal('NOT_FOUND');
    const { key, division = policy.division, on } = query;
    const { value, policySetId, policyVersion: version, source: document, clause } = policy;
    const view = { key, division, on, value, source: { document, clause }, policySetId, version };
    return found(viewOf(grant, 'policy', view));
  }

  private find({ key, division, on, version }: PolicyQuery): Promise<ResolvedPolicy<unknown> | undefined> {
    if (version !== undefined) return this.policies.replay(key, version);
    if (division !== undefined && on !== undefined) return this.policies.find(division, key, on);
    const path = division === undefined ? 'division' : 'on';
    throw refusal('MALFORMED_REQUEST', { fields: [{ path, rule: 'given, unless a version is' }] });
  }
}
