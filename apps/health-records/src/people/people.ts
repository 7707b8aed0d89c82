import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { newId, type Tx } from '@yiyang/persistence';
import { matchPerson } from './domain/match-person.js';
import { regionsOf, type Elder, type PersonDetails, type Regions } from './domain/person.js';
import { ElderRepository } from './elder.repository.js';
import { PersonIndex } from './person-index.js';
import { PersonVault } from './person-vault.js';

/** Somebody as an institution describes them. */
export interface Registration extends Omit<Elder, 'id' | 'version'> {
  readonly details: PersonDetails;
  readonly registeredBy: string;
  readonly at: Date;
}

export interface Found {
  readonly elderId: string;
  readonly regions: Regions;
  readonly isNew: boolean;
}

/** The master index: one elder per person. */
@Injectable()
export class People {
  constructor(
    private readonly elders: ElderRepository,
    private readonly index: PersonIndex,
    private readonly vault: PersonVault,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The elder of this number and name, stored now if there is none. Under another name the person is stored apart and the
   * two wait for a decision by hand. `tx` acts as the system: whether a number is known lies beyond every caller's wall.
   * Source: REC-37.
   */
  async findOrCreate(tx: Tx, registration: Registration): Promise<Found> {
    const { idNumber, name } = registration.details;
    const match = matchPerson(await this.index.candidates(tx, idNumber), name);
    if (match.outcome === 'KNOWN')
      return { elderId: match.elderId, regions: await this.elders.regions(tx, match.elderId), isNew: false };
    const elderId = this.create(tx, registration, match.outcome === 'NEW');
    const regions = regionsOf(registration);
    if (match.outcome === 'NAME_DIFFERS') {
      const { candidateId, outcome: reason } = match;
      const pair = { id: newId(), elderId, candidateId, reason, openedAt: registration.at };
      this.elders.queueMatch(tx, { ...pair, ...regions, state: 'OPEN' });
    }
    return { elderId, regions, isNew: true };
  }

  private create(tx: Tx, registration: Registration, isPrimary: boolean): string {
    const { details, registeredBy, at, residenceRegion, insuredRegion, scheme, personType, birthYear } = registration;
    // Not a UUIDv7: the id goes to everybody who registers the number, and a time in it would tell how long it is known.
    const elderId = randomUUID();
    const facts = { residenceRegion, insuredRegion, scheme, personType, birthYear };
    const { safe, keep } = this.vault.create(elderId);
    const sealed = safe.seal(`elder:${elderId}`, details);
    this.elders.insert(tx, { id: elderId, version: 1, ...facts, sealed, registeredBy, registeredAt: at });
    keep(tx);
    this.index.add(tx, { elderId, idNumber: details.idNumber, isPrimary });
    const options = { regioncode: residenceRegion };
    this.outbox.publish(tx, EVENT.elderRegisteredV1, elderId, { elderId, ...facts }, options);
    return elderId;
  }
}
