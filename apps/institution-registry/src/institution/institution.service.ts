import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller, type Grant } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, found, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Clock, decodeCursor, pageOf, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, inScope, regionPrefix } from '@yiyang/standards';
import { DEPARTMENT_OF_SIDE } from '../application/domain/application.js';
import { isLive } from './domain/integrated-status.js';
import { startOperation } from './domain/operation.js';
import type { CancelQualificationBody, InstitutionQuery, StartOperationBody } from './institution.dto.js';
import { InstitutionRepository, type WholeInstitution } from './institution.repository.js';
import { institutionView } from './institution.view.js';
import { Integration } from './integration.js';

type Changes = Parameters<InstitutionRepository['update']>[3];

/** Institutions, their operation and their qualifications. */
@Injectable()
export class InstitutionService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly institutions: InstitutionRepository,
    private readonly integration: Integration,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'institution.read');
    const institution = await this.institutions.find(id);
    if (!institution) throw refusal('NOT_FOUND');
    return found(this.view(grant, institution), institution.version);
  }

  async list(caller: Caller, query: InstitutionQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'institution.list');
    const [after] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['string']);
    const { kind, side, integrated, division, limit } = query;
    const filter = {
      ...(kind && { kind }),
      ...(side && { side }),
      ...(division && { divisionPrefix: regionPrefix(division) }),
      ...(integrated !== undefined && { integrated }),
    };
    const rows = await this.institutions.list(filter, after as string | undefined, limit + 1);
    const page = pageOf(rows, limit, (row) => [row.id]);
    return found({ items: page.items.map((row) => this.view(grant, row)), nextCursor: page.nextCursor });
  }

  startOperation(call: Call, id: string, body: StartOperationBody): Promise<Answer> {
    return this.change(call, 'institution.start-operation', id, (tx, institution) => {
      const live = institution.qualifications.filter((qualification) => isLive(qualification, this.today()));
      const qualifiedFrom = live.map((qualification) => qualification.validFrom).sort()[0];
      const { startedOn } = body;
      const state = startOperation({
        state: institution.operationState,
        qualifiedFrom,
        startedOn,
        today: this.today(),
      });
      const event = { institutionId: id, from: institution.operationState, to: state, effectiveOn: startedOn };
      this.outbox.publish(tx, EVENT.institutionOperationChangedV1, id, event, { regioncode: institution.division });
      return { operationState: state, startedOn };
    });
  }

  /** A cancelled medical unit may end the integrated status of its host: both change in one transaction. */
  cancelQualification(call: Call, id: string, qualificationId: string, body: CancelQualificationBody): Promise<Answer> {
    const today = this.today();
    if (body.effectiveOn > today)
      throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'effectiveOn', rule: `at most ${today}` }] });
    return this.change(call, 'qualification.cancel', id, async (tx, institution, host) => {
      const qualification = institution.qualifications.find((candidate) => candidate.id === qualificationId);
      if (!qualification) throw refusal('NOT_FOUND');
      if (qualification.state !== 'ACTIVE')
        throw refusal('QUALIFICATION_STATE', { rule: 'REG-01', inputs: { state: qualification.state } });
      const cancelled = { state: 'CANCELLED' as const, stateSince: body.effectiveOn, reasonCode: body.reasonCode };
      this.institutions.updateQualification(tx, qualificationId, cancelled);
      const { side } = qualification;
      const event = {
        institutionId: id,
        qualificationId,
        side,
        state: 'CANCELLED' as const,
        effectiveOn: body.effectiveOn,
        reasonCode: body.reasonCode,
      };
      this.outbox.publish(tx, EVENT.institutionQualificationChangedV1, id, event, { regioncode: institution.division });
      const own = institution.qualifications.map((other) =>
        other === qualification ? { ...other, state: 'CANCELLED' as const } : other,
      );
      if (host) {
        const seen = (await this.institutions.findForUpdate(tx, host.id)) ?? host;
        this.integration.refresh(tx, seen, seen.unitQualifications, body.effectiveOn);
      }
      return this.integration.recompute(tx, institution, own, institution.unitQualifications, body.effectiveOn);
    });
  }

  private change(
    call: Call,
    action: string,
    id: string,
    decide: (tx: Tx, institution: WholeInstitution, host?: WholeInstitution) => Promise<Changes> | Changes,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const house = await this.institutions.findHouseForUpdate(tx, id);
      if (!house) throw refusal('NOT_FOUND');
      const { institution, host } = house;
      assertResponsible(grant, institution);
      if (institution.version !== call.version) throw refusal('VERSION_CHANGED');
      const changes = await decide(tx, institution, host);
      this.institutions.update(tx, id, institution.version, changes);
      this.audit.record(tx, call.caller, { action, resource: 'institution', resourceId: id, outcome: 'ALLOWED' });
      const after = await this.institutions.findForUpdate(tx, id);
      return changed(this.view(grant, after as WholeInstitution), institution.version + 1);
    });
  }

  private view(grant: Grant, institution: WholeInstitution): object {
    return viewOf(grant, 'institution', institutionView(institution, this.today()));
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

/** The department of the side, for its own region. Institution data is public, so a 403 gives nothing away. */
export function assertResponsible(grant: Grant, institution: Pick<WholeInstitution, 'side' | 'division'>): void {
  const { caller } = grant;
  if (!inScope(caller.region, institution.division))
    throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
  if (caller.role !== DEPARTMENT_OF_SIDE[institution.side])
    throw refusal('WRONG_DEPARTMENT', {
      rule: 'REG-11',
      inputs: { side: institution.side, department: DEPARTMENT_OF_SIDE[institution.side] },
    });
}
