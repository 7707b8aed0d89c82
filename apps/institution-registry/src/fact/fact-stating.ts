import { Injectable } from '@nestjs/common';
import { actsFor, type Caller } from '@yiyang/access';
import { Refusal, refusal } from '@yiyang/decisions';
import { Clock, Deadlines, newId, type Tx } from '@yiyang/persistence';
import { Policies, sourceOf, valueOf, type ResolvedPolicy } from '@yiyang/service';
import { addDays, civilDateInShanghai, inScope, startOfDayShanghai } from '@yiyang/standards';
import { factType, type FactTypeCode, type Stater } from './domain/fact-types.js';
import {
  assertStatable,
  saidCodes,
  subjectOf,
  successionOf,
  type Institution,
  type Statement,
} from './domain/state-fact.js';
import {
  STATEMENT_RULES,
  transitionalUseNoticeOn,
  withComputedEnd,
  type TransitionalUse,
} from './domain/statement-rules.js';
import { FACT_ENDING, FactLedger } from './fact-ledger.js';
import { FactRepository, type KeptFact, type NewFact } from './fact.repository.js';

const TRANSITIONAL_USE = 'transitionalUse';

/** A statement and whom it is about. */
export interface Stated {
  readonly institutionId: string;
  readonly statement: Statement;
}

export type Outcome = { readonly fact: NewFact; readonly replaces: string | null } | { readonly refused: Refusal };

type PoliciesOfDivision = ReadonlyMap<string, ResolvedPolicy<unknown>>;

/** Institutions and policies that the statements need. */
export interface Grounds {
  readonly institutions: ReadonlyMap<string, Institution>;
  readonly policies: ReadonlyMap<string, PoliciesOfDivision>;
}

/** Decides about statements and keeps those that may stand; one that may not touches none of the others. */
@Injectable()
export class FactStating {
  constructor(
    private readonly facts: FactRepository,
    private readonly ledger: FactLedger,
    private readonly policies: Policies,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async prepare(all: readonly Stated[]): Promise<Grounds> {
    const ids = new Set(all.flatMap(({ institutionId, statement }) => [institutionId, ...partnersOf(statement)]));
    const institutions = new Map((await this.facts.findInstitutions([...ids])).map((one) => [one.id, one]));
    const keys = new Set(all.flatMap(({ statement }) => policyKeysOf(statement.type)));
    const policies = new Map<string, PoliciesOfDivision>();
    if (keys.size > 0)
      for (const { division } of all.flatMap(({ institutionId }) => institutions.get(institutionId) ?? []))
        if (!policies.has(division))
          policies.set(division, await this.policies.findAll(division, [...keys], this.today()));
    return { institutions, policies };
  }

  async state(tx: Tx, caller: Caller, all: readonly Stated[], grounds: Grounds, action: string): Promise<Outcome[]> {
    const types = new Set(all.flatMap(({ statement: { type } }) => [type, ...(STATEMENT_RULES[type]?.looksAt ?? [])]));
    const about = [...new Set(all.map(({ institutionId }) => institutionId))];
    const kept = await this.facts.findForUpdate(tx, about, [...types]);
    const outcomes = all.map((one): Outcome => {
      try {
        return this.place(tx, caller, one, grounds, kept, action);
      } catch (error) {
        if (error instanceof Refusal) return { refused: error };
        throw error;
      }
    });
    this.ledger.review(
      tx,
      outcomes.flatMap((outcome) => ('fact' in outcome ? outcome.fact : [])),
    );
    return outcomes;
  }

  /** Everything that may refuse comes before the first write. */
  private place(
    tx: Tx,
    caller: Caller,
    { institutionId, statement: given }: Stated,
    grounds: Grounds,
    kept: KeptFact[],
    action: string,
  ): Outcome {
    const institution = grounds.institutions.get(institutionId);
    if (!institution) throw refusal('NOT_FOUND');
    const by = staterOf(caller, institution);
    const [partnerId = null] = partnersOf(given);
    const partner = partnerId === null ? undefined : knownPartner(grounds, partnerId);
    assertStatable(given, { institution, partner, by, today: this.today() });
    const policies = grounds.policies.get(institution.division);
    const ofThis = kept.filter((fact) => fact.institutionId === institutionId || fact.partnerId === institutionId);
    const statement = underPolicies(given, ofThis, policies);
    const id = newId();
    const subject = subjectOf(statement, id);
    const sameSubject = ofThis.filter((fact) =>
      isSameSubject(fact, { ...statement, subject, institutionId, partnerId }),
    );
    const succession = successionOf(statement, sameSubject);
    const replaced = kept.find((fact) => fact.id === succession?.id);
    if (replaced && succession) {
      const version = this.ledger.close(tx, caller, replaced, succession.validTo, { action, reasonCode: 'REPLACED' });
      kept[kept.indexOf(replaced)] = { ...replaced, validTo: succession.validTo, version };
    }
    const { clientId, role, organisationId = null } = caller;
    const { division } = institution;
    const fact = {
      ...{ ...statement, id, institutionId, division, subject, partnerId, codes: saidCodes(statement) ?? [] },
      ...{ recordedAt: this.clock.now(), clientId, role, organisationId, version: 1 },
    };
    this.ledger.keep(tx, caller, fact, { action });
    if (statement.type === 'TRANSITIONAL_USE') this.startClock(tx, fact, policies as PoliciesOfDivision);
    kept.push(fact);
    return { fact, replaces: replaced?.id ?? null };
  }

  private startClock(tx: Tx, fact: NewFact, policies: PoliciesOfDivision): void {
    const { id: subjectId, institutionId: ownerId, division, validFrom, validTo } = fact;
    const { value, clause, policyVersion } = valueOf<TransitionalUse>(policies, TRANSITIONAL_USE);
    const until = validTo ?? validFrom;
    this.deadlines.start(tx, {
      ...{ kind: FACT_ENDING, subjectId, rule: 'REG-56', clause, policyVersion, division, ownerId },
      startedAt: this.clock.now(),
      warnAt: startOfDayShanghai(transitionalUseNoticeOn(until, value)),
      dueAt: startOfDayShanghai(addDays(until, 1)),
    });
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

/** In whose name the caller states something about the institution. Institution data is public, so a 403 tells nothing. */
export function staterOf(caller: Caller, { id, division }: Pick<Institution, 'id' | 'division'>): Stater {
  if (caller.role === 'CARE_INST' || caller.role === 'MED_INST') {
    if (actsFor(caller, id)) return 'INSTITUTION';
    throw refusal('NOT_ALLOWED', { inputs: { reason: 'NOT_YOURS' } });
  }
  if (!inScope(caller.region, division)) throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
  return caller.role as Stater;
}

function underPolicies(statement: Statement, facts: readonly KeptFact[], policies?: PoliciesOfDivision): Statement {
  const rule = STATEMENT_RULES[statement.type];
  const switched = rule && policies?.get(`rules.${rule.rule}`);
  if (switched?.value === true) rule?.assert(statement, facts, sourceOf(switched));
  if (statement.type !== 'TRANSITIONAL_USE') return statement;
  const policy = valueOf<TransitionalUse>(policies ?? new Map(), TRANSITIONAL_USE);
  return withComputedEnd(statement, policy.value, sourceOf(policy));
}

function policyKeysOf(type: FactTypeCode): string[] {
  const rule = STATEMENT_RULES[type]?.rule;
  return [...(rule ? [`rules.${rule}`] : []), ...(type === 'TRANSITIONAL_USE' ? [TRANSITIONAL_USE] : [])];
}

function partnersOf({ value }: Statement): string[] {
  const partnerId = value['partnerId'];
  return typeof partnerId === 'string' ? [partnerId] : [];
}

function knownPartner(grounds: Grounds, partnerId: string): Institution {
  const partner = grounds.institutions.get(partnerId);
  if (!partner)
    throw refusal('UNKNOWN_REFERENCE', { fields: [{ path: 'value.partnerId', rule: 'known to this platform' }] });
  return partner;
}

/** What holds of both partners is one fact, whichever of them states it. */
function isSameSubject(
  kept: KeptFact,
  stated: Statement & { subject: string; institutionId: string; partnerId: string | null },
): boolean {
  if (kept.type !== stated.type) return false;
  if (kept.institutionId === stated.institutionId) return kept.subject === stated.subject;
  if (!factType(kept.type).symmetric || kept.institutionId !== stated.partnerId) return false;
  const mirrored: Statement = { ...kept, value: { ...kept.value, partnerId: kept.institutionId } };
  return subjectOf(mirrored, kept.id) === stated.subject;
}
