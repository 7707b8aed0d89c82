import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, found, type Answer, type Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { PARAMETERS } from '@yiyang/region-policy';
import { endValue } from './domain/end-value.js';
import { PolicyPublishing } from './policy-publishing.js';
import type { PolicySetRow } from './policy-set.entity.js';
import { PolicySetsRepository } from './policy-sets.repository.js';
import { setView, valueView } from './policy-view-of.js';
import { requireDivision } from './require-division.js';
import type { BindTemplateBody, EndValueBody, PolicyDivisionQuery, PolicySetQuery } from './policy.dto.js';

/** The policy library: sets with their versions, documents, and what is done to a set without a draft. Source: GOV-15. */
@Injectable()
export class PolicySetService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly sets: PolicySetsRepository,
    private readonly publishing: PolicyPublishing,
    private readonly audit: Audit,
  ) {}

  async list(caller: Caller, query: PolicySetQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'policy-set.list');
    const { items, nextCursor } = await this.sets.list(query);
    return found({ items: items.map((set) => viewOf(grant, 'policy-set', set)), nextCursor });
  }

  async read(caller: Caller, id: string, version: string | undefined): Promise<Answer> {
    const grant = this.access.require(caller, 'policy-set.read');
    const set = await this.sets.read(id, version === undefined ? null : Number(version));
    if (!set) throw refusal('NOT_FOUND');
    return found(setView(grant, set), set.version);
  }

  async documents(caller: Caller, { division, on }: PolicyDivisionQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'policy-document.list');
    const values = await this.sets.inForce(division, on);
    const documents = Map.groupBy(values, (value) => `${value.division} ${value.document}`);
    const items = [...documents.values()].map((of) => {
      const [{ document, division: cites } = { document: '', division: '' }] = of;
      return viewOf(grant, 'policy-document', { document, division: cites, values: of.map(valueView) });
    });
    return found({ items });
  }

  parameters(caller: Caller): Answer {
    const grant = this.access.require(caller, 'policy-parameter.list');
    const items = Object.entries(PARAMETERS).map(([key, { from: row, zh }]) =>
      viewOf(grant, 'policy-parameter', { key, row, zh }),
    );
    return found({ items });
  }

  /** The template's values hold in the division as its next version, under the template's own sources. */
  bind(call: Call, templateId: string, { division, validFrom }: BindTemplateBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'policy-set.bind');
    requireDivision(call.caller, division);
    return this.commands.run(call, async (tx) => {
      const template = await this.sets.getForUpdate(tx, templateId);
      if (!template) throw refusal('NOT_FOUND');
      if (template.division !== null)
        throw refusal('POLICY_NOT_A_TEMPLATE', { inputs: { division: template.division } });
      const values = (await this.sets.values(tx, template)).map(({ version: _, ...value }) => ({
        ...value,
        validFrom,
      }));
      const set = await this.publishing.publish(tx, call.caller, division, values, { templateId });
      this.note(tx, call.caller, 'policy-set.bind', set);
      return created(viewOf(grant, 'policy-set', set), set.version, `/v1/policies/sets/${set.id}`);
    });
  }

  endValue(call: Call, id: string, { key, lastDay }: EndValueBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'policy-set.end-value');
    return this.commands.run(call, async (tx) => {
      const set = await this.sets.getForUpdate(tx, id);
      if (!set) throw refusal('NOT_FOUND');
      if (set.division === null) throw refusal('NOT_ALLOWED', { inputs: { reason: 'TEMPLATE' } });
      requireDivision(call.caller, set.division);
      if (set.version !== call.version) throw refusal('VERSION_CHANGED');
      const known = (await this.sets.values(tx, set)).find((value) => value.key === key);
      if (!known) throw refusal('NOT_FOUND', { fields: [{ path: 'key', rule: 'a value of this set' }] });
      const { version: _, ...value } = known;
      const next = await this.publishing.publish(tx, call.caller, set.division, [endValue(value, lastDay)]);
      this.note(tx, call.caller, 'policy-set.end-value', next);
      return changed(viewOf(grant, 'policy-set', next), next.version);
    });
  }

  private note(tx: Tx, caller: Caller, action: string, { id }: PolicySetRow): void {
    this.audit.record(tx, caller, { action, resource: 'policy-set', resourceId: id, outcome: 'ALLOWED' });
  }
}
