import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { InstitutionRepository, type WholeInstitution } from '../institution/institution.repository.js';
import { assertResponsible } from '../institution/institution.service.js';
import type { ClientBindingRow } from './client-binding.entity.js';

const COLUMNS = 'client_id, institution_id, role, bound_at';

// One statement, so that of two institutions that want a client at once the later one sees the other's: no row comes back.
const BIND = `
  insert into client_binding as b (${COLUMNS}) values ($1, $2, $3, $4)
  on conflict (client_id) do update set role = excluded.role, bound_at = excluded.bound_at
    where b.institution_id = excluded.institution_id
  returning ${COLUMNS}`;

const UNBIND = `delete from client_binding where client_id = $1 and institution_id = $2 returning ${COLUMNS}`;

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
      const row = await tx.find<ClientBindingRow>(BIND, [clientId, institutionId, role, this.clock.now()]);
      if (!row) throw refusal('CLIENT_BOUND_ELSEWHERE');
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
      const bound = await tx.find<ClientBindingRow>(UNBIND, [clientId, institutionId]);
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
