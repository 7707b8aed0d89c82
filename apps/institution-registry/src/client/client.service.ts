import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { InstitutionRepository, type WholeInstitution } from '../institution/institution.repository.js';
import { assertResponsible } from '../institution/institution.service.js';
import { ClientBindingRow } from './client-binding.entity.js';

/** Which clients may act for an institution; the department of its side decides. */
@Injectable()
export class ClientService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly institutions: InstitutionRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  bind(call: Call, institutionId: string, clientId: string, role: 'CARE_INST' | 'MED_INST'): Promise<Answer> {
    return this.change(call, 'institution.bind-client', institutionId, async (tx, institution) => {
      const bound = await tx.find<ClientBindingRow>('select institution_id from client_binding where client_id = $1', [
        clientId,
      ]);
      if (bound && bound.institutionId !== institutionId) throw refusal('CLIENT_BOUND_ELSEWHERE');
      const row = { clientId, institutionId, role, boundAt: this.clock.now() };
      tx.insert(
        ClientBindingRow,
        row,
        'on conflict (client_id) do update set role = excluded.role, bound_at = excluded.bound_at',
      );
      const { division } = institution;
      this.outbox.publish(
        tx,
        EVENT.institutionClientBoundV1,
        institutionId,
        { institutionId, clientId, role, division },
        { regioncode: division },
      );
      return row;
    });
  }

  unbind(call: Call, institutionId: string, clientId: string): Promise<Answer> {
    return this.change(call, 'institution.unbind-client', institutionId, async (tx, institution) => {
      const bound = await tx.find<ClientBindingRow>(
        'delete from client_binding where client_id = $1 and institution_id = $2 returning client_id, institution_id, role, bound_at',
        [clientId, institutionId],
      );
      if (!bound) throw refusal('NOT_FOUND');
      this.outbox.publish(
        tx,
        EVENT.institutionClientUnboundV1,
        institutionId,
        { institutionId, clientId },
        { regioncode: institution.division },
      );
      return bound;
    });
  }

  private change(
    call: Call,
    action: string,
    institutionId: string,
    work: (tx: Tx, institution: WholeInstitution) => Promise<ClientBindingRow>,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const institution = await this.institutions.findForUpdate(tx, institutionId);
      if (!institution) throw refusal('NOT_FOUND');
      assertResponsible(grant, institution);
      if (institution.version !== call.version) throw refusal('VERSION_CHANGED');
      const binding = await work(tx, institution);
      this.institutions.update(tx, institutionId, institution.version, {});
      this.audit.record(tx, call.caller, {
        action,
        resource: 'institution-client',
        resourceId: institutionId,
        outcome: 'ALLOWED',
      });
      return changed(
        viewOf(grant, 'institution-client', { ...binding, version: institution.version + 1 }),
        institution.version + 1,
      );
    });
  }
}
