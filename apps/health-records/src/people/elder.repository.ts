import { Injectable } from '@nestjs/common';
import { ownInstitutions, rowFilter, systemContext, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { Tx } from '@yiyang/persistence';
import { SERVICE } from '../service-name.js';
import type { Elder, PersonDetails, Regions } from './domain/person.js';
import { ElderClientRow, ElderRow, MatchCaseRow } from './elder.entity.js';
import { PersonVault, type PersonSafe, type StoredPersonKey } from './person-vault.js';

/** An elder with what opens the sealed part. */
export type StoredElder = Elder & StoredPersonKey & { readonly sealed: Buffer };

const COLUMNS = `
  select e.id, e.version, e.residence_region, e.insured_region, e.scheme, e.person_type, e.birth_year, e.sealed,
         e.id as elder_id, k.key_id, k.wrapped
  from elder e join person_key k on k.elder_id = e.id`;

const MAY_WRITE = `
  select exists (select from writing_tie where elder_id = $1 and institution_id = any ($2::uuid[]
    || array(select kin_id from institution_kin where institution_id = any ($2::uuid[])))) as may_write`;

/** Columns by which the scopes of the policy look at an elder. */
const SCOPE = {
  residenceRegion: 'e.residence_region',
  insuredRegion: 'e.insured_region',
  elder: 'e.id',
  relationTable: 'open_relation',
};

/** Elders as their callers may see them. */
@Injectable()
export class ElderRepository {
  constructor(private readonly vault: PersonVault) {}

  /** The elder within the grant's scope; refuses `NOT_FOUND` for a stranger's as for nobody's. */
  async get(tx: Tx, id: string, grant: Grant): Promise<StoredElder> {
    return this.getWhere(tx, id, grant, '');
  }

  /**
   * The same as `getForUpdate`, for what adds to the record: the grant of a completed referral only reads. Refuses
   * `GRANT_READS_ONLY`.
   * Source: REF-27.
   */
  async getForWriting(tx: Tx, id: string, grant: Grant): Promise<StoredElder> {
    const own = ownInstitutions(grant.caller);
    const [elder, { mayWrite }] = await Promise.all([
      this.getForUpdate(tx, id, grant),
      tx.one<{ mayWrite: boolean }>(MAY_WRITE, [id, own]),
    ]);
    if (grant.scope === 'RELATION' && !mayWrite) throw refusal('GRANT_READS_ONLY', { rule: 'REF-27' });
    return elder;
  }

  /** The same as `get`, kept from changing until the end of the transaction. */
  async getForUpdate(tx: Tx, id: string, grant: Grant): Promise<StoredElder> {
    return this.getWhere(tx, id, grant, 'for update of e');
  }

  /** Regions of any elder, for consumers; an elder that is not here yet is `UNKNOWN_REFERENCE`, so the event waits. */
  async regions(tx: Tx, id: string): Promise<Regions> {
    tx.actAs(systemContext(SERVICE));
    const found = await tx.find<Regions>('select residence_region, insured_region from elder where id = $1', [id]);
    if (!found) throw refusal('UNKNOWN_REFERENCE');
    return found;
  }

  /** Who the elder is, opened. */
  details(elder: StoredElder): PersonDetails {
    return this.safe(elder).open<PersonDetails>(`elder:${elder.id}`, elder.sealed);
  }

  /** What seals and opens everything else of the elder. */
  safe(elder: StoredElder): PersonSafe {
    return this.vault.unlock(elder);
  }

  insert(tx: Tx, row: ElderRow): void {
    tx.insert(ElderRow, row);
  }

  queueMatch(tx: Tx, row: MatchCaseRow): void {
    tx.insert(MatchCaseRow, row);
  }

  findClient(tx: Tx, clientId: string): Promise<ElderClientRow | undefined> {
    return tx.find('select client_id, elder_id, bound_at from elder_client where client_id = $1', [clientId]);
  }

  insertClient(tx: Tx, row: ElderClientRow): void {
    tx.insert(ElderClientRow, row);
  }

  /** Raises the version; refuses `VERSION_CHANGED` when somebody was faster. */
  touch(tx: Tx, elder: Pick<Elder, 'id' | 'version'>): void {
    tx.write(
      'update elder set version = version + 1 where id = $1 and version = $2',
      [elder.id, elder.version],
      (rows) => {
        if (rows !== 1) throw refusal('VERSION_CHANGED');
      },
    );
  }

  private async getWhere(tx: Tx, id: string, grant: Grant, lock: string): Promise<StoredElder> {
    const params: unknown[] = [id];
    const filter = rowFilter(grant, SCOPE, params);
    const found = await tx.find<StoredElder>(`${COLUMNS} where e.id = $1 and ${filter} ${lock}`, params);
    if (!found) throw refusal('NOT_FOUND');
    return found;
  }
}
