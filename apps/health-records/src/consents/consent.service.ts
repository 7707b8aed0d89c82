import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, type Answer, type Call } from '@yiyang/http';
import { Clock, newId } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { regionsOf } from '../people/domain/person.js';
import { ElderRepository } from '../people/elder.repository.js';
import { ConsentRecorder } from './consent-recorder.js';
import type { GiveConsentBody } from './consent.dto.js';
import { ConsentRepository } from './consent.repository.js';
import { consentView } from './consent.view.js';
import { giveConsent, readGiver, withdrawConsent, type Giver } from './domain/consent.js';
import type { ConsentRow } from './consent.entity.js';

/** Giving and withdrawing consent. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly elders: ElderRepository,
    private readonly consents: ConsentRepository,
    private readonly recorder: ConsentRecorder,
    private readonly clock: Clock,
  ) {}

  async give(call: Call, id: string, body: GiveConsentBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'consent.give');
    const now = this.clock.now();
    const today = civilDateInShanghai(now);
    const { recipients, purposes, dataClasses, validTo = null } = body;
    const use = { recipients, purposes, dataClasses, validTo };
    const { giver, validFrom } = giveConsent({ giver: readGiver(body.giver), ...use }, today);
    return this.commands.run(call, async (tx) => {
      // The second statement begins when the first has its lock, so no two consents count the same number.
      const [elder, consentVersion] = await Promise.all([
        this.elders.getForWriting(tx, id, grant),
        this.consents.nextVersion(tx, id),
      ]);
      const { id: elderId } = elder;
      const made = { id: newId(), version: 1, elderId, consentVersion, givenAt: now, withdrawnAt: null };
      const row = { ...made, ...giverColumns(giver), ...use, validFrom };
      this.consents.insert(tx, { ...row, ...regionsOf(elder) });
      this.recorder.given(tx, call.caller, row, elder.residenceRegion);
      return created(viewOf(grant, 'consent', consentView(row, today)), 1, `/v1/elders/${elderId}/consents`);
    });
  }

  async withdraw(call: Call, elderId: string, consentId: string): Promise<Answer> {
    const grant = this.access.require(call.caller, 'consent.withdraw');
    const now = this.clock.now();
    return this.commands.run(call, async (tx) => {
      const elder = await this.elders.get(tx, elderId, grant);
      const stored = await this.consents.getForUpdate(tx, elderId, consentId);
      if (stored.version !== call.version) throw refusal('VERSION_CHANGED');
      const withdrawn = withdrawConsent(stored, now);
      this.consents.withdraw(tx, withdrawn);
      this.recorder.withdrawn(tx, call.caller, withdrawn, elder.residenceRegion);
      const version = stored.version + 1;
      const view = consentView({ ...withdrawn, version }, civilDateInShanghai(now));
      return changed(viewOf(grant, 'consent', view), version);
    });
  }
}

function giverColumns(giver: Giver): Pick<ConsentRow, 'giverKind' | 'relation' | 'proof'> {
  if (giver.kind === 'ELDER') return { giverKind: giver.kind, relation: null, proof: null };
  return { giverKind: giver.kind, relation: giver.relation, proof: giver.proof };
}
