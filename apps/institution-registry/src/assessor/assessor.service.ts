import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, rowFilter, viewOf, type Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Commands, created, found, knownReference, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Database, newId } from '@yiyang/persistence';
import { inScope } from '@yiyang/standards';
import { InstitutionRepository } from '../institution/institution.repository.js';
import type { RegisterAssessorBody } from './assessor.dto.js';
import { AssessorRow } from './assessor.entity.js';

/** The register of persons and bodies that may assess elders. Source: REG-54. */
@Injectable()
export class AssessorService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly institutions: InstitutionRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async register(call: Call, body: RegisterAssessorBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'assessor.register');
    const organisation = await knownReference('organisationId', () => this.institutions.find(body.organisationId));
    const { division } = organisation;
    if (!inScope(call.caller.region, division)) throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
    if (body.validTo < body.validFrom)
      throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'validTo', rule: 'not before validFrom' }] });
    return this.commands.run(call, async (tx) => {
      const row: AssessorRow = { ...body, id: newId(), division, version: 1 };
      tx.insert(AssessorRow, row);
      const { id: assessorId, organisationId, validFrom, validTo } = row;
      this.outbox.publish(
        tx,
        EVENT.assessorRegisteredV1,
        assessorId,
        { assessorId, organisationId, validFrom, validTo, division },
        { regioncode: division },
      );
      this.audit.record(tx, call.caller, {
        action: 'assessor.register',
        resource: 'assessor',
        resourceId: assessorId,
        outcome: 'ALLOWED',
      });
      return created(viewOf(grant, 'assessor', row), row.version, `/v1/assessors/${assessorId}`);
    });
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'assessor.read');
    const params: unknown[] = [id];
    const filter = rowFilter(grant, { serviceRegion: 'a.division' }, params);
    const row = await this.database.find<AssessorRow>(
      `select a.id, a.organisation_id, a.certificate_no, a.valid_from, a.valid_to, a.division, a.version
       from assessor a where a.id = $1 and ${filter}`,
      params,
    );
    if (!row) throw refusal('NOT_FOUND');
    return found(viewOf(grant, 'assessor', row), row.version);
  }
}
