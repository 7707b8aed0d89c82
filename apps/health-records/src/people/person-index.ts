import { Injectable } from '@nestjs/common';
import { FieldProtection, type Tx } from '@yiyang/persistence';
import type { Candidate } from './domain/match-person.js';
import type { PersonDetails } from './domain/person.js';
import { PersonVault, type StoredPersonKey } from './person-vault.js';

const PURPOSE = 'resident-id';

const FIND = `
  select distinct on (e.id) e.id as elder_id, e.sealed, k.key_id, k.wrapped, i.is_primary
  from person_index i join elder e on e.id = i.elder_id join person_key k on k.elder_id = e.id
  where (i.key_id, i.value) in (select * from unnest($1::text[], $2::text[]))
  order by e.id limit 20`;

const WITHOUT_KEY = `
  select distinct on (e.id) e.id as elder_id, e.sealed, k.key_id, k.wrapped, i.is_primary
  from elder e join person_key k on k.elder_id = e.id join person_index i on i.elder_id = e.id
  where not exists (select from person_index n where n.elder_id = e.id and n.key_id = $1)
  order by e.id limit $2`;

const ADD = `
  insert into person_index (elder_id, key_id, value, is_primary)
  select $1, i.key_id, i.value, $4 from unnest($2::text[], $3::text[]) as i (key_id, value)
  on conflict (elder_id, key_id) do nothing`;

type Sealed = StoredPersonKey & { readonly sealed: Buffer; readonly isPrimary: boolean };

/**
 * Finds persons by id number without storing it readably: a keyed index per master key. Its table opens to the system
 * only, so a transaction that asks here acts as the system.
 */
@Injectable()
export class PersonIndex {
  constructor(
    private readonly protection: FieldProtection,
    private readonly vault: PersonVault,
  ) {}

  /** Everybody stored under the number. Two registrations of one number come one after another. */
  async candidates(tx: Tx, idNumber: string): Promise<Candidate[]> {
    const indexes = this.protection.blindIndexes(PURPOSE, idNumber);
    tx.write('select pg_advisory_xact_lock(hashtextextended($1, 2))', [indexes[0]?.value]);
    const found = await tx.many<Sealed>(FIND, [indexes.map((i) => i.keyId), indexes.map((i) => i.value)]);
    return found.map((row) => ({ elderId: row.elderId, isPrimary: row.isPrimary, name: this.details(row).name }));
  }

  /** Queues the entries of a person under every configured key. */
  add(tx: Tx, person: { readonly elderId: string; readonly idNumber: string; readonly isPrimary: boolean }): void {
    const indexes = this.protection.blindIndexes(PURPOSE, person.idNumber);
    tx.write(ADD, [person.elderId, indexes.map((i) => i.keyId), indexes.map((i) => i.value), person.isPrimary]);
  }

  /** Adds the entries that a newly configured master key lacks. @returns how many persons there were, at most `most`. */
  async complete(tx: Tx, most: number): Promise<number> {
    const [current] = this.protection.blindIndexes(PURPOSE, '');
    const lacking = await tx.many<Sealed>(WITHOUT_KEY, [current?.keyId, most]);
    for (const row of lacking)
      this.add(tx, { elderId: row.elderId, idNumber: this.details(row).idNumber, isPrimary: row.isPrimary });
    return lacking.length;
  }

  private details(row: Sealed): PersonDetails {
    return this.vault.unlock(row).open<PersonDetails>(`elder:${row.elderId}`, row.sealed);
  }
}
