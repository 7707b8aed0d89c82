import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller, type Grant } from '@yiyang/access';
import { Refusal, refusal } from '@yiyang/decisions';
import { Answer, changed, Commands, created, type Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { factType } from './domain/fact-types.js';
import { endFact, parseStatement } from './domain/state-fact.js';
import { FactLedger } from './fact-ledger.js';
import { FactGrounds, type Stated } from './fact-grounds.js';
import { FactStating, staterOf, type Outcome } from './fact-stating.js';
import type {
  CorrectFactBody,
  EndFactBody,
  RetractFactBody,
  StateFactBody,
  StateFactsBody,
  StatementItem,
} from './fact.dto.js';
import type { FactRow } from './fact.entity.js';
import { FactRepository, type KeptFact } from './fact.repository.js';
import { factView, type StatementResultView } from './fact.view.js';

type Parsed = Stated | { readonly refused: Refusal };

/** Facts of institutions: stated from a day on, ended, corrected, retracted. */
@Injectable()
export class FactService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly facts: FactRepository,
    private readonly grounds: FactGrounds,
    private readonly stating: FactStating,
    private readonly ledger: FactLedger,
    private readonly audit: Audit,
  ) {}

  state(call: Call, institutionId: string, body: StateFactBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'fact.state');
    const all = [{ institutionId, statement: parseStatement(body) }];
    return this.commands.runPrepared(
      call,
      () => this.grounds.of(all),
      async (tx, grounds) => {
        const [outcome] = await this.stating.state(tx, { caller: call.caller, action: 'fact.state', grounds }, all);
        return this.answerStated(tx, grant, outcome as Outcome);
      },
    );
  }

  /** Many at once, about one or many institutions: each is kept or refused for itself. */
  stateMany(call: Call, { items }: StateFactsBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'fact.state');
    const parsed = items.map(parsedOrRefused);
    const sound = parsed.filter((one) => 'statement' in one);
    return this.commands.runPrepared(
      call,
      () => this.grounds.of(sound),
      async (tx, grounds) => {
        const outcomes = await this.stating.state(tx, { caller: call.caller, action: 'fact.state', grounds }, sound);
        const results = parsed.map((one, index) =>
          resultOf('statement' in one ? (outcomes[sound.indexOf(one)] as Outcome) : one, index),
        );
        const stated = results.flatMap(({ factId }) => factId ?? []);
        this.record(tx, call.caller, 'fact.state', stated);
        const view = { stated: stated.length, refused: results.length - stated.length, items: results };
        return new Answer(201, JSON.stringify(viewOf(grant, 'fact-results', view)));
      },
    );
  }

  end(call: Call, institutionId: string, id: string, { endsOn, reasonCode }: EndFactBody): Promise<Answer> {
    return this.change(call, 'fact.end', { institutionId, id }, async (tx, fact) => {
      const validTo = endFact(fact, endsOn);
      const version = this.ledger.close(tx, call.caller, fact, validTo, { action: 'fact.end', reasonCode });
      return { ...fact, validTo, version };
    });
  }

  retract(call: Call, institutionId: string, id: string, { reasonCode }: RetractFactBody): Promise<Answer> {
    return this.change(call, 'fact.retract', { institutionId, id }, async (tx, fact) => {
      const version = this.ledger.close(tx, call.caller, fact, null, { action: 'fact.retract', reasonCode });
      return { ...fact, retracted: true, version };
    });
  }

  /** The wrong fact is retracted and the right one stated in its place, in one transaction; the answer is the new fact. */
  correct(call: Call, institutionId: string, id: string, body: CorrectFactBody): Promise<Answer> {
    const { reasonCode, ...given } = body;
    return this.change(call, 'fact.correct', { institutionId, id }, async (tx, fact) => {
      const all = [{ institutionId, statement: parseStatement({ ...given, type: fact.type }) }];
      const grounds = await this.grounds.of(all);
      this.ledger.close(tx, call.caller, fact, null, { action: 'fact.correct', reasonCode });
      const [outcome] = await this.stating.state(tx, { caller: call.caller, action: 'fact.correct', grounds }, all);
      return keptOf(outcome as Outcome).fact;
    });
  }

  private change(
    call: Call,
    action: string,
    { institutionId, id }: { institutionId: string; id: string },
    work: (tx: Tx, fact: FactRow & KeptFact) => Promise<Parameters<typeof factView>[0]>,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const fact = await this.facts.getForUpdate(tx, grant, institutionId, id);
      if (!fact) throw refusal('NOT_FOUND');
      const by = staterOf(call.caller, { id: institutionId, division: fact.division });
      const { statedBy, from } = factType(fact.type);
      if (!statedBy.includes(by)) throw refusal('FACT_NOT_YOURS_TO_STATE', { rule: from, inputs: { by } });
      if (fact.version !== call.version) throw refusal('VERSION_CHANGED');
      if (fact.retracted) throw refusal('FACT_RETRACTED', { rule: from });
      const after = await work(tx, fact);
      this.ledger.review(tx, [fact]);
      this.record(tx, call.caller, action, [id, ...(after.id === id ? [] : [after.id])]);
      return changed(viewOf(grant, 'fact', factView(after)), after.version);
    });
  }

  private answerStated(tx: Tx, grant: Grant, outcome: Outcome): Answer {
    const { fact, replaces } = keptOf(outcome);
    this.record(tx, grant.caller, 'fact.state', [fact.id]);
    const location = `/v1/institutions/${fact.institutionId}/facts/${fact.id}`;
    return created(viewOf(grant, 'fact', factView(fact, replaces)), fact.version, location);
  }

  private record(tx: Tx, caller: Caller, action: string, ids: readonly string[]): void {
    const entries = ids.map((resourceId) => ({ action, resource: 'fact', resourceId, outcome: 'ALLOWED' as const }));
    this.audit.recordEach(tx, caller, entries);
  }
}

function keptOf(outcome: Outcome): Exclude<Outcome, { refused: Refusal }> {
  if ('refused' in outcome) throw outcome.refused;
  return outcome;
}

function parsedOrRefused({ institutionId, ...body }: StatementItem): Parsed {
  try {
    return { institutionId, statement: parseStatement(body) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error };
    throw error;
  }
}

function resultOf(outcome: Outcome | { refused: Refusal }, index: number): StatementResultView {
  if (!('refused' in outcome)) {
    const { fact, replaces } = outcome;
    return { index, status: 'STATED', factId: fact.id, ...(replaces && { replaces }) };
  }
  const { code, detail } = outcome.refused;
  const { rule, fields } = detail;
  return { index, status: 'REFUSED', code, ...(rule && { rule }), ...(fields && { fields: [...fields] }) };
}
