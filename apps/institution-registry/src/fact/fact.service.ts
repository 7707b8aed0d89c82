import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Refusal } from '@yiyang/decisions';
import { Answer, Commands, created, type Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { parseStatement } from './domain/state-fact.js';
import type { Stated } from './fact-grounds.js';
import { FactStating, keptOf, type Outcome } from './fact-stating.js';
import type { StateFactBody, StateFactsBody, StatementItem } from './fact.dto.js';
import { factView, type StatementResultView } from './fact.view.js';

const ACTION = 'fact.state';

type Refused = { readonly refused: Refusal };

/** Facts of institutions as they are stated, from a day on. */
@Injectable()
export class FactService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly stating: FactStating,
    private readonly audit: Audit,
  ) {}

  state(call: Call, institutionId: string, body: StateFactBody): Promise<Answer> {
    const { caller } = call;
    const grant = this.access.require(caller, ACTION);
    const all = [{ institutionId, statement: parseStatement(body) }];
    return this.commands.runPrepared(
      call,
      () => this.stating.groundsOf(all),
      async (tx, grounds) => {
        const [outcome] = await this.stating.state(tx, { caller, action: ACTION, grounds }, all);
        const { fact, replaces } = keptOf(outcome as Outcome);
        this.record(tx, caller, [fact.id]);
        const location = `/v1/institutions/${institutionId}/facts/${fact.id}`;
        return created(viewOf(grant, 'fact', factView(fact, replaces)), fact.version, location);
      },
    );
  }

  /** Many at once, about one or many institutions: each is kept or refused for itself. */
  stateMany(call: Call, { items }: StateFactsBody): Promise<Answer> {
    const { caller } = call;
    const grant = this.access.require(caller, ACTION);
    const parsed = items.map(parsedOrRefused);
    const sound = parsed.filter((one) => 'statement' in one);
    return this.commands.runPrepared(
      call,
      () => this.stating.groundsOf(sound),
      async (tx, grounds) => {
        const outcomes = await this.stating.state(tx, { caller, action: ACTION, grounds }, sound);
        const results = parsed.map((one, index) =>
          resultOf('statement' in one ? (outcomes[sound.indexOf(one)] as Outcome) : one, index),
        );
        const stated = results.flatMap(({ factId }) => factId ?? []);
        this.record(tx, caller, stated);
        const view = { stated: stated.length, refused: results.length - stated.length, items: results };
        return new Answer(201, JSON.stringify(viewOf(grant, 'fact-results', view)));
      },
    );
  }

  private record(tx: Tx, caller: Caller, ids: readonly string[]): void {
    const entry = { action: ACTION, resource: 'fact', outcome: 'ALLOWED' } as const;
    this.audit.recordEach(
      tx,
      caller,
      ids.map((resourceId) => ({ ...entry, resourceId })),
    );
  }
}

function parsedOrRefused({ institutionId, ...body }: StatementItem): Stated | Refused {
  try {
    return { institutionId, statement: parseStatement(body) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error };
    throw error;
  }
}

function resultOf(outcome: Outcome | Refused, index: number): StatementResultView {
  if (!('refused' in outcome)) {
    const { fact, replaces } = outcome;
    return { index, status: 'STATED', factId: fact.id, ...(replaces && { replaces }) };
  }
  const { code, detail } = outcome.refused;
  const { rule, fields } = detail;
  return { index, status: 'REFUSED', code, ...(rule && { rule }), ...(fields && { fields: [...fields] }) };
}
