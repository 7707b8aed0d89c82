import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import { Clock } from '@yiyang/persistence';
import { sourceOf, type ResolvedPolicy } from '@yiyang/region-policy';
import { Policies, valueOf } from '@yiyang/service';
import { civilDateInShanghai } from '@yiyang/standards';
import type { FactTypeCode } from './domain/fact-types.js';
import type { Institution, Statement } from './domain/state-fact.js';
import { STATEMENT_RULES, withComputedEnd, type TransitionalUse } from './domain/statement-rules.js';
import { FactRepository, type KeptFact } from './fact.repository.js';

const TRANSITIONAL_USE = 'transitionalUse';

/** A statement and whom it is about. */
export interface Stated {
  readonly institutionId: string;
  readonly statement: Statement;
}

type PoliciesOfDivision = ReadonlyMap<string, ResolvedPolicy<unknown>>;

/** What statements are decided by beside the facts: institutions, and the policies of their divisions. */
export class Grounds {
  constructor(
    private readonly institutions: ReadonlyMap<string, Institution>,
    private readonly policies: ReadonlyMap<string, PoliciesOfDivision>,
  ) {}

  institution(id: string): Institution {
    const institution = this.institutions.get(id);
    if (!institution) throw refusal('NOT_FOUND');
    return institution;
  }

  partner(id: string | null): Institution | undefined {
    const partner = id === null ? undefined : this.institutions.get(id);
    if (id !== null && !partner)
      throw refusal('UNKNOWN_REFERENCE', { fields: [{ path: 'value.partnerId', rule: 'known to this platform' }] });
    return partner;
  }

  transitionalUse(division: string): ResolvedPolicy<TransitionalUse> {
    return valueOf<TransitionalUse>(this.policies.get(division) ?? new Map(), TRANSITIONAL_USE);
  }

  /** The statement as it may stand beside the facts under the region's rules, with the end that a policy computes. */
  allow(statement: Statement, division: string, facts: readonly KeptFact[]): Statement {
    const rule = STATEMENT_RULES[statement.type];
    const policies = this.policies.get(division);
    const switched = rule && policies?.get(`rules.${rule.rule}`);
    const policy = rule?.reads ? policies?.get(rule.reads) : switched;
    if (switched?.value === true && policy) rule?.assert(statement, facts, policy);
    if (statement.type !== 'TRANSITIONAL_USE') return statement;
    const use = this.transitionalUse(division);
    return withComputedEnd(statement, use.value, sourceOf(use));
  }
}

/** Reads the grounds of statements: one statement, and one more per division where a policy has a say. */
@Injectable()
export class FactGrounds {
  constructor(
    private readonly facts: FactRepository,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async of(all: readonly Stated[]): Promise<Grounds> {
    const ids = all.flatMap(({ institutionId, statement }) => [institutionId, partnerOf(statement) ?? []].flat());
    const institutions = new Map((await this.facts.findInstitutions([...new Set(ids)])).map((one) => [one.id, one]));
    const today = civilDateInShanghai(this.clock.now());
    const keys = [...new Set(all.flatMap(({ statement }) => policyKeysOf(statement.type)))];
    const divisions = new Set(all.flatMap(({ institutionId }) => institutions.get(institutionId)?.division ?? []));
    const policies = new Map<string, PoliciesOfDivision>();
    for (const division of keys.length > 0 ? divisions : [])
      policies.set(division, await this.policies.findAll(division, keys, today));
    return new Grounds(institutions, policies);
  }
}

/** The other institution that a statement names. */
export function partnerOf({ value }: Statement): string | null {
  return (value['partnerId'] as string | null | undefined) ?? null;
}

function policyKeysOf(type: FactTypeCode): string[] {
  const rule = STATEMENT_RULES[type];
  const ofRule = rule ? [`rules.${rule.rule}`, ...(rule.reads ? [rule.reads] : [])] : [];
  return [...ofRule, ...(type === 'TRANSITIONAL_USE' ? [TRANSITIONAL_USE] : [])];
}
