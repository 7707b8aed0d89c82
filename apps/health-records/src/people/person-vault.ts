import { Injectable } from '@nestjs/common';
import { FieldProtection, open, seal, type Tx } from '@yiyang/persistence';
import { PersonKeyRow } from './elder.entity.js';

/** The stored key of a person, as a query brings it along. */
export interface StoredPersonKey {
  readonly elderId: string;
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/** Where a sealed value belongs: sealed text moved to another row, field or person does not open. */
export type Place = `elder:${string}` | `assessment:${string}` | `document:${string}:${number}`;

/** One person's key, unwrapped for the use at hand. */
export class PersonSafe {
  constructor(
    readonly elderId: string,
    private readonly key: Buffer,
  ) {}

  seal(place: Place, value: object): Buffer {
    return seal(this.key, Buffer.from(JSON.stringify(value)), `${this.elderId}/${place}`);
  }

  open<Value>(place: Place, sealed: Buffer): Value {
    return JSON.parse(open(this.key, sealed, `${this.elderId}/${place}`).toString()) as Value;
  }
}

/** Keys of persons. Destroying the row of `person_key` erases whatever was sealed under it. */
@Injectable()
export class PersonVault {
  constructor(private readonly protection: FieldProtection) {}

  /** Makes the key of a new person. `keep` queues its row, which refers to the elder's. */
  create(elderId: string): { safe: PersonSafe; keep: (tx: Tx) => void } {
    const { key, stored } = this.protection.newPersonKey(elderId);
    const row = { elderId, keyId: stored.keyId, wrapped: stored.wrapped };
    return { safe: new PersonSafe(elderId, key), keep: (tx) => tx.insert(PersonKeyRow, row) };
  }

  unlock(stored: StoredPersonKey): PersonSafe {
    return new PersonSafe(stored.elderId, this.protection.personKey(stored.elderId, stored));
  }
}
