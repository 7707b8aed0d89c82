import { Injectable } from '@nestjs/common';
import { actsFor, type Caller } from '@yiyang/access';
import { Refusal, refusal } from '@yiyang/decisions';
import { Clock, Deadlines, newId, type Tx } from '@yiyang/persistence';
import { addDays, civilDateInShanghai, inScope, startOfDayShanghai } from '@yiyang/standards';
import type { Stater } from './domain/fact-type.js';
import { factType } from './domain/fact-types.js';
import {
  assertStatable,
  saidCodes,
  subjectOf,
  successionOf,
  type Institution,
  type Statement,
} from './domain/state-fact.js';
import { STATEMENT_RULES, transitionalUseNoticeOn } from './domain/statement-rules.js';
import { FactGrounds, partnerOf, type Grounds, type Stated } from './fact-grounds.js';
import { FACT_ENDING, FactLedger } from './fact-ledger.js';
import { FactRepository, type KeptFact, type NewFact } from './fact.repository.js';

export type Outcome = { readonly fact: NewFact; readonly replaces: string | null } | { readonly refused: Refusal };

/** Who states, by which action, on which grounds. */
export interface Occasion {
  readonly caller: Caller;
  readonly action: string;
  readonly grounds: Grounds;
}

/** Decides about statements and keeps those that may stand; one that may not touches none of the others. */
@Injectable()
export class FactStating {
  constructor(
    private readonly facts: FactRepository,
    private readonly grounds: FactGrounds,
    private readonly ledger: FactLedger,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** What `state` decides these by; read beforehand, so that a command holds no lock meanwhile. */
  groundsOf(all: readonly Stated[]): Promise<Grounds> {
    return this.grounds.of(all);
  }

  async state(tx: Tx, occasion: Occasion, all: readonly Stated[]): Promise<Outcome[]> {
    const statements = all.map(({ statement }) => statement);
    const types = [...new Set(statements.map(({ type }) => type))];
    const subjects = [...new Set(statements.map((statement) => subjectOf(statement, '')))];
    const besides = types.flatMap((type) => STATEMENT_RULES[type]?.looksAt ?? []);
    const about = [...new Set(all.map(({ institutionId }) => institutionId))];
    const pairs = all.flatMap(pairOf);
    if (pairs.length > 0) this.facts.lockPairs(tx, pairs);
    const kept = await this.facts.findForUpdate(tx, about, { types, subjects, besides });
    const outcomes = all.map((one): Outcome => {
      try {
        return this.place(tx, occasion, one, kept);
      } catch (error) {
        if (error instanceof Refusal) return { refused: error };
        throw error;
      }
    });
    const stated = outcomes.flatMap((outcome) => ('fact' in outcome ? outcome.fact : []));
    this.ledger.review(tx, stated);
    return outcomes;
  }

  /** Everything that may refuse comes before the first write; `kept` is brought up to date for the next statement. */
  private place(
    tx: Tx,
    { caller, action, grounds }: Occasion,
    { institutionId, ...given }: Stated,
    kept: KeptFact[],
  ): Outcome {
    const institution = grounds.institution(institutionId);
    const { division } = institution;
    const partnerId = partnerOf(given.statement);
    const partner = grounds.partner(partnerId);
    const today = civilDateInShanghai(this.clock.now());
    assertStatable(given.statement, { institution, partner, by: staterOf(caller, institution), today });
    const ofThis = kept.filter((fact) => fact.institutionId === institutionId || fact.partnerId === institutionId);
    const statement = grounds.allow(given.statement, division, ofThis);
    const id = newId();
    const stated = { ...statement, id, institutionId, division, partnerId, subject: subjectOf(statement, id) };
    const sameSubject = ofThis.filter((fact) => isSameSubject(fact, stated));
    const succession = successionOf(statement, sameSubject);
    if (succession) this.endEarlier(tx, { caller, action }, succession, kept);
    const { clientId, role, organisationId = null } = caller;
    const by = { clientId, role, organisationId, recordedAt: this.clock.now() };
    const fact = { ...stated, ...by, codes: saidCodes(statement) ?? [], version: 1 };
    this.ledger.keep(tx, caller, fact, { action });
    if (fact.type === 'TRANSITIONAL_USE') this.startClock(tx, fact, grounds);
    kept.push(fact);
    return { fact, replaces: succession?.id ?? null };
  }

  private endEarlier(
    tx: Tx,
    { caller, action }: Pick<Occasion, 'caller' | 'action'>,
    { id, validTo }: { id: string; validTo: string },
    kept: KeptFact[],
  ): void {
    const at = kept.findIndex((fact) => fact.id === id);
    const earlier = kept[at] as KeptFact;
    const version = this.ledger.close(tx, caller, earlier, validTo, { action, reasonCode: 'REPLACED' });
    kept[at] = { ...earlier, validTo, version };
  }

  private startClock(tx: Tx, fact: NewFact, grounds: Grounds): void {
    const { id: subjectId, institutionId: ownerId, division, validFrom, validTo } = fact;
    const { value, clause, policyVersion } = grounds.transitionalUse(division);
    const until = validTo ?? validFrom;
    this.deadlines.start(tx, {
      ...{ kind: FACT_ENDING, subjectId, rule: 'REG-56', clause, policyVersion, division, ownerId },
      startedAt: this.clock.now(),
      warnAt: startOfDayShanghai(transitionalUseNoticeOn(until, value)),
      dueAt: startOfDayShanghai(addDays(until, 1)),
    });
  }
}

/** The two of whom a symmetric statement holds, whichever states it. */
function pairOf({ institutionId, statement }: Stated): string[] {
  const partnerId = partnerOf(statement);
  return partnerId !== null && factType(statement.type).symmetric ? [[institutionId, partnerId].sort().join(' ')] : [];
}

/** What was kept; throws what was refused. */
export function keptOf(outcome: Outcome): Exclude<Outcome, { refused: Refusal }> {
  if ('refused' in outcome) throw outcome.refused;
  return outcome;
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

/** What holds of both partners is one fact, whichever of them states it. */
function isSameSubject(kept: KeptFact, stated: Omit<KeptFact, 'version'>): boolean {
  if (kept.type !== stated.type) return false;
  if (kept.institutionId === stated.institutionId) return kept.subject === stated.subject;
  if (!factType(kept.type).symmetric || kept.institutionId !== stated.partnerId) return false;
  const mirrored: Statement = { ...kept, value: { ...kept.value, partnerId: stated.partnerId } };
  return subjectOf(mirrored, kept.id) === stated.subject;
}
