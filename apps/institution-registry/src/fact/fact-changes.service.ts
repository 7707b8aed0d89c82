import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { factType } from './domain/fact-types.js';
import { endFact, parseStatement } from './domain/state-fact.js';
import { FactLedger } from './fact-ledger.js';
import { FactStating, keptOf, staterOf, type Outcome } from './fact-stating.js';
import type { CorrectFactBody, EndFactBody, RetractFactBody } from './fact.dto.js';
import type { FactRow } from './fact.entity.js';
import { FactRepository, type KeptFact } from './fact.repository.js';
import { factView } from './fact.view.js';

/** Facts of institutions after they were stated: ended, retracted, corrected. */
@Injectable()
export class FactChangesService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly facts: FactRepository,
    private readonly stating: FactStating,
    private readonly ledger: FactLedger,
    private readonly audit: Audit,
  ) {}

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
    const [action, { caller }] = ['fact.correct', call];
    return this.change(call, action, { institutionId, id }, async (tx, fact) => {
      const all = [{ institutionId, statement: parseStatement({ ...given, type: fact.type }) }];
      const grounds = await this.stating.groundsOf(all);
      this.ledger.close(tx, caller, fact, null, { action, reasonCode });
      const [outcome] = await this.stating.state(tx, { caller, action, grounds }, all);
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
      const entry = { action, resource: 'fact', outcome: 'ALLOWED' } as const;
      for (const resourceId of new Set([id, after.id])) this.audit.record(tx, call.caller, { ...entry, resourceId });
      return changed(viewOf(grant, 'fact', factView(after)), after.version);
    });
  }
}
