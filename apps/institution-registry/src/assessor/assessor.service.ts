import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, found, knownReference, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { cursorId, newId, pageById, type Tx } from '@yiyang/persistence';
import { inScope } from '@yiyang/standards';
import { InstitutionRepository } from '../institution/institution.repository.js';
import type { AssessorQuery, AssessorValidityBody, RegisterAssessorBody } from './assessor.dto.js';
import type { AssessorRow } from './assessor.entity.js';
import { AssessorRepository } from './assessor.repository.js';

/** The register of persons and bodies that may assess elders. Source: REG-54. */
@Injectable()
export class AssessorService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly assessors: AssessorRepository,
    private readonly institutions: InstitutionRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async register(call: Call, body: RegisterAssessorBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'assessor.register');
    const organisation = await knownReference('organisationId', () => this.institutions.find(body.organisationId));
    const { division } = organisation;
    if (!inScope(call.caller.region, division)) throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
    assertInOrder(body);
    return this.commands.run(call, async (tx) => {
      const row: AssessorRow = { ...body, id: newId(), division, version: 1 };
      this.assessors.insert(tx, row);
      this.say(tx, call.caller, 'assessor.register', row);
      return created(viewOf(grant, 'assessor', row), row.version, `/v1/assessors/${row.id}`);
    });
  }

  /** A renewed certificate is valid for longer; one that was withdrawn, or whose holder leaves the register, ends earlier. */
  setValidity(call: Call, id: string, { validTo }: AssessorValidityBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'assessor.set-validity');
    return this.commands.run(call, async (tx) => {
      const row = await this.assessors.findForUpdate(tx, grant, id);
      if (!row) throw refusal('NOT_FOUND');
      if (row.version !== call.version) throw refusal('VERSION_CHANGED');
      assertInOrder({ ...row, validTo });
      this.assessors.update(tx, row, { validTo });
      const after = { ...row, validTo, version: row.version + 1 };
      this.say(tx, call.caller, 'assessor.set-validity', after);
      return changed(viewOf(grant, 'assessor', after), after.version);
    });
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'assessor.read');
    const row = await this.assessors.find(grant, id);
    if (!row) throw refusal('NOT_FOUND');
    return found(viewOf(grant, 'assessor', row), row.version);
  }

  async list(caller: Caller, query: AssessorQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'assessor.read');
    const after = cursorId(query.cursor);
    const rows = await this.assessors.list(grant, query, after, query.limit + 1);
    const page = pageById(rows, query.limit);
    const items = page.items.map((row) => viewOf(grant, 'assessor', row));
    return found({ items, nextCursor: page.nextCursor });
  }

  private say(tx: Tx, caller: Caller, action: string, row: AssessorRow): void {
    const { id: assessorId, organisationId, validFrom, validTo, division } = row;
    const event = { assessorId, organisationId, validFrom, validTo, division };
    this.outbox.publish(tx, EVENT.assessorRegisteredV1, assessorId, event, { regioncode: division });
    this.audit.record(tx, caller, { action, resource: 'assessor', resourceId: assessorId, outcome: 'ALLOWED' });
  }
}

function assertInOrder({ validFrom, validTo }: { validFrom: string; validTo: string }): void {
  if (validTo < validFrom)
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'validTo', rule: 'not before validFrom' }] });
}
