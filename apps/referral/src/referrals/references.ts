import { Injectable } from '@nestjs/common';
import { knownReference } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { AgreementRepository } from '../agreements/agreement.repository.js';
import { contractedPartner } from '../agreements/domain/agreement.js';
import { ElderRepository } from '../elders/elder.repository.js';
import type { Consent } from '../elders/domain/consent.js';
import type { Elder, RecordDocument } from '../elders/domain/elder.js';
import { standsFor, type Institution } from '../institutions/domain/institution.js';
import { InstitutionRepository } from '../institutions/institution.repository.js';

/** What the body of a command names; waits briefly for events that are on their way. Used before any transaction. */
@Injectable()
export class References {
  constructor(
    private readonly clock: Clock,
    private readonly elders: ElderRepository,
    private readonly institutions: InstitutionRepository,
    private readonly agreements: AgreementRepository,
  ) {}

  institution(field: string, id: string): Promise<Institution> {
    return knownReference(field, () => this.institutions.find(id, this.today()));
  }

  /** The receiver of a request: the one it names, else the contracted partner of the sender. Source: REF-28. */
  async receiver(from: Institution, named: string | undefined): Promise<Institution> {
    const partner = async () =>
      contractedPartner(await this.agreements.findOfCareInstitutions(standsFor(from)), this.today());
    return this.institution('toInstitutionId', named ?? (await partner()));
  }

  /** An elder that one of the institutions has to do with. */
  relatedElder(id: string, institutionIds: readonly string[]): Promise<Elder> {
    return knownReference('elderId', () => this.elders.findRelated(id, institutionIds));
  }

  /** Any elder: in an emergency whoever finds a person in need may refer. */
  anyElder(id: string): Promise<Elder> {
    return knownReference('elderId', () => this.elders.find(id));
  }

  async consent(field: string, id: string | undefined): Promise<Consent | undefined> {
    return id === undefined ? undefined : knownReference(field, () => this.elders.findConsent(id));
  }

  async document(field: string, id: string | undefined): Promise<RecordDocument | undefined> {
    return id === undefined ? undefined : knownReference(field, () => this.elders.findDocument(id));
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}
