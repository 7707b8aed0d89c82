import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, systemContext, viewOf } from '@yiyang/access';
import { Commands, created, type Answer, type Call } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { RelationRepository } from '../relations/relation.repository.js';
import { SERVICE } from '../service-name.js';
import { readIdNumber } from './domain/read-id-number.js';
import type { RegisterElderBody } from './elder.dto.js';
import { People } from './people.js';

/** Registration of elders by the institutions that know them. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly people: People,
    private readonly relations: RelationRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Stores or finds the person and links the institution. The answer is the same whether the number was known or not. */
  async register(call: Call, body: RegisterElderBody): Promise<Answer> {
    const { caller } = call;
    const grant = this.access.require(caller, 'elder.register');
    const at = this.clock.now();
    const { idNumber, name, phone, address, ...facts } = body;
    const { number, birthDate } = readIdNumber(idNumber, civilDateInShanghai(at));
    const institutionId = caller.organisationId as string;
    return this.commands.run(call, async (tx) => {
      // The one command that looks beyond its caller's wall; nothing it finds there goes into the answer.
      tx.actAs(systemContext(SERVICE));
      const { elderId, regions, isNew } = await this.people.findOrCreate(tx, {
        ...facts,
        details: { idNumber: number, name: name.trim(), ...(phone && { phone }), ...(address && { address }) },
        birthYear: Number(birthDate.slice(0, 4)),
        registeredBy: institutionId,
        at,
      });
      const by = { institutionId, relation: 'REGISTERED_BY', sourceId: institutionId, since: at } as const;
      if (isNew) this.relations.add(tx, regions, { elderId, ...by });
      else await this.relations.link(tx, regions, { elderId, ...by });
      const entry = { action: 'elder.register', resource: 'elder', resourceId: elderId, elderId } as const;
      this.audit.record(tx, caller, { ...entry, outcome: 'ALLOWED' });
      return created(viewOf(grant, 'elder', { id: elderId }), 1, `/v1/elders/${elderId}`);
    });
  }
}
