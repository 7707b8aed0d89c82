import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, type Caller, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, found, type Answer, type Call } from '@yiyang/http';
import { Clock, newId, type Tx } from '@yiyang/persistence';
import { checkProposal } from './domain/proposed-values.js';
import { PolicyPublishing } from './policy-publishing.js';
import type { PolicyDraftRow } from './policy-set.entity.js';
import { PolicySetsRepository } from './policy-sets.repository.js';
import { draftView } from './policy-view-of.js';
import { requireDivision } from './require-division.js';
import type { DraftPolicyBody, PolicySetQuery, ProposedValuesBody } from './policy.dto.js';

/** From a draft to the next version of a division's set. Source: GOV-15. */
@Injectable()
export class PolicyDraftService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly sets: PolicySetsRepository,
    private readonly publishing: PolicyPublishing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  draft(call: Call, { division, values }: DraftPolicyBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'policy-draft.create');
    requireDivision(call.caller, division);
    const sound = checkProposal(division, values);
    return this.commands.run(call, async (tx) => {
      const { clientId, role } = call.caller;
      const draft: PolicyDraftRow = {
        ...{ id: newId(), division, baseVersion: await this.sets.versionOf(tx, division), status: 'DRAFT' as const },
        ...{ values: sound, publishedVersion: null, createdAt: this.clock.now(), clientId, role, version: 1 },
      };
      this.sets.insertDraft(tx, draft);
      this.note(tx, grant, draft.id);
      return created(draftView(grant, draft), 1, `/v1/policies/drafts/${draft.id}`);
    });
  }

  replace(call: Call, id: string, { values }: ProposedValuesBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'policy-draft.replace');
    return this.onDraft(call, grant, id, async (tx, draft) => {
      const sound = checkProposal(draft.division, values);
      const baseVersion = await this.sets.versionOf(tx, draft.division);
      return { values: sound, baseVersion };
    });
  }

  publish(call: Call, id: string): Promise<Answer> {
    const grant = this.access.require(call.caller, 'policy-draft.publish');
    return this.onDraft(call, grant, id, async (tx, { division, values, baseVersion }) => {
      const { version } = await this.publishing.publish(tx, call.caller, division, values, { draftId: id });
      if (version !== baseVersion + 1)
        throw refusal('POLICY_SET_CHANGED', { inputs: { baseVersion, version: version - 1 } });
      return { status: 'PUBLISHED', publishedVersion: version };
    });
  }

  discard(call: Call, id: string): Promise<Answer> {
    const grant = this.access.require(call.caller, 'policy-draft.discard');
    return this.onDraft(call, grant, id, async () => ({ status: 'DISCARDED' }));
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'policy-draft.read');
    const draft = await this.sets.readDraft(grant, id);
    if (!draft) throw refusal('NOT_FOUND');
    return found(draftView(grant, draft), draft.version);
  }

  async list(caller: Caller, query: PolicySetQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'policy-draft.read');
    const { items, nextCursor } = await this.sets.listDrafts(grant, query);
    return found({ items: items.map((draft) => draftView(grant, draft)), nextCursor });
  }

  private onDraft(
    call: Call,
    grant: Grant,
    id: string,
    change: (tx: Tx, draft: PolicyDraftRow) => Promise<Partial<PolicyDraftRow>>,
  ): Promise<Answer> {
    return this.commands.run(call, async (tx) => {
      const draft = await this.sets.findDraft(tx, grant, id);
      if (!draft) throw refusal('NOT_FOUND');
      if (draft.version !== call.version) throw refusal('VERSION_CHANGED');
      if (draft.status !== 'DRAFT') throw refusal('POLICY_DRAFT_STATE', { inputs: { status: draft.status } });
      const changes = await change(tx, draft);
      this.sets.updateDraft(tx, draft, changes);
      this.note(tx, grant, id);
      const after = { ...draft, ...changes, version: draft.version + 1 };
      return changed(draftView(grant, after), after.version);
    });
  }

  private note(tx: Tx, { caller, action }: Grant, resourceId: string): void {
    this.audit.record(tx, caller, { action, resource: 'policy-draft', resourceId, outcome: 'ALLOWED' });
  }
}
