import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Clock } from '@yiyang/persistence';
import { regionsOf } from './domain/person.js';
import { ElderRepository } from './elder.repository.js';

/** Which client of the token issuer an elder uses. */
@Injectable()
export class ClientBindingService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly elders: ElderRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Binds a client that is nobody else's; a repeat for the same elder changes nothing. */
  async bind(call: Call, id: string, clientId: string): Promise<Answer> {
    const grant = this.access.require(call.caller, 'elder.bind-client');
    return this.commands.run(call, async (tx) => {
      const elder = await this.elders.getForUpdate(tx, id, grant);
      const { id: elderId } = elder;
      if (elder.version !== call.version) throw refusal('VERSION_CHANGED');
      const entry = { action: 'elder.bind-client', resource: 'elder', resourceId: elderId, elderId } as const;
      this.audit.record(tx, call.caller, { ...entry, outcome: 'ALLOWED' });
      const known = await this.elders.findClient(tx, clientId);
      if (known && known.elderId !== elderId) throw refusal('CLIENT_ALREADY_BOUND');
      const boundAt = known?.boundAt ?? this.clock.now();
      const version = known ? elder.version : elder.version + 1;
      if (!known) {
        this.elders.touch(tx, elder);
        this.elders.insertClient(tx, { clientId, elderId, boundAt, ...regionsOf(elder) });
        const options = { regioncode: elder.residenceRegion };
        this.outbox.publish(tx, EVENT.elderClientBoundV1, elderId, { elderId, clientId }, options);
      }
      return changed(viewOf(grant, 'elder-client', { elderId, clientId, boundAt, version }), version);
    });
  }
}
