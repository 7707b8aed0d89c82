import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Commands, created, found, type Answer, type Call } from '@yiyang/http';
import { Clock, newId } from '@yiyang/persistence';
import { civilDateInShanghai, getTerm, inScope, INSTITUTION_KINDS, type InstitutionKind } from '@yiyang/standards';
import { ApplicationPolicies } from '../application/application-policies.js';
import { DEPARTMENT_OF_SIDE } from '../application/domain/application.js';
import { pathsOf, publishGuide } from './domain/guide.js';
import type { GuideQuery, GuideView, PublishGuideBody } from './guide.dto.js';
import type { GuideRow } from './guide.entity.js';
import { GuideRepository } from './guide.repository.js';

/** What an applicant is told once and at once: published by the department, read by whoever asks. Source: REG-11. */
@Injectable()
export class GuideService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly guides: GuideRepository,
    private readonly policies: ApplicationPolicies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async publish(call: Call, body: PublishGuideBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'guide.publish');
    assertPublishes(call.caller, body);
    return this.commands.run(call, async (tx) => {
      const parts = publishGuide(body);
      const { division, side, path, kind = null } = body;
      const guide = { id: newId(), division, side, path, kind, parts, publishedAt: this.clock.now() };
      const row: GuideRow = { ...guide, version: await this.guides.nextVersion(tx, guide) };
      this.guides.insert(tx, row);
      const action = 'guide.publish';
      this.audit.record(tx, call.caller, { action, resource: 'guide', resourceId: row.id, outcome: 'ALLOWED' });
      return created(viewOf(grant, 'guide', guideView(row)), row.version, `/v1/guides/${row.id}`);
    });
  }

  /** Any version, also one that another has taken the place of. */
  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'guide.read');
    const row = await this.guides.find(id);
    if (!row) throw refusal('NOT_FOUND');
    return found(viewOf(grant, 'guide', guideView(row)), row.version);
  }

  async list(caller: Caller, { kind, division }: GuideQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'guide.list');
    const { code, side } = getTerm(INSTITUTION_KINDS, kind as InstitutionKind);
    const policy = await this.policies.of(division, civilDateInShanghai(this.clock.now()));
    const paths = pathsOf({ code, side }, policy.path);
    const rows = await this.guides.applying({ kind, side, division, paths });
    return found({ items: rows.map((row) => viewOf(grant, 'guide', guideView(row))) });
  }
}

function assertPublishes(caller: Caller, { side, division, kind }: PublishGuideBody): void {
  const department = DEPARTMENT_OF_SIDE[side];
  if (caller.role !== department || !inScope(caller.region, division))
    throw refusal('WRONG_DEPARTMENT', { rule: 'REG-11', inputs: { side, department, division } });
  if (kind !== undefined && getTerm(INSTITUTION_KINDS, kind as InstitutionKind).side !== side)
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'kind', rule: `a kind of the side ${side}` }] });
}

function guideView({ parts, ...row }: GuideRow): GuideView {
  return { ...row, ...(parts as Pick<GuideView, 'flow' | 'conditions' | 'materials' | 'timeLimit'>) };
}
