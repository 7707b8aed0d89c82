import { Injectable } from '@nestjs/common';
import { ownInstitutions, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { cursorId, type Page, pageById, type Tx } from '@yiyang/persistence';
import { ConsentRow } from './consent.entity.js';
import type { GivenConsent } from './domain/coverage.js';

export type StoredConsent = Omit<ConsentRow, 'residenceRegion' | 'insuredRegion'>;

const SELECT = `
  select id, version, elder_id, giver_kind, relation, proof, recipients, purposes, data_classes, consent_version,
         valid_from, valid_to, given_at, withdrawn_at
  from consent where elder_id = $1`;
const ONE = `${SELECT} and id = $2 for update`;
const PAGE = `${SELECT} and ($2::uuid is null or id < $2) order by id desc limit $3`;
const NEXT_VERSION = 'select coalesce(max(consent_version), 0) + 1 as next from consent where elder_id = $1';
// A consent for an institution holds for its units, and one for a unit for its host.
const NAMING = `
  select purposes, data_classes, valid_from, valid_to, withdrawn_at from consent
  where elder_id = $1 and recipients && ($2::text[]
    || array(select kin_id::text from institution_kin where institution_id = any ($3::uuid[])))`;

/** Consents. Callers load the elder within their scope first; the table's own wall stands behind that. */
@Injectable()
export class ConsentRepository {
  async nextVersion(tx: Tx, elderId: string): Promise<number> {
    return (await tx.one<{ next: number }>(NEXT_VERSION, [elderId])).next;
  }

  insert(tx: Tx, row: ConsentRow): void {
    tx.insert(ConsentRow, row);
  }

  async getForUpdate(tx: Tx, elderId: string, id: string): Promise<StoredConsent> {
    const consent = await tx.find<StoredConsent>(ONE, [elderId, id]);
    if (!consent) throw refusal('NOT_FOUND');
    return consent;
  }

  withdraw(tx: Tx, { id, version, withdrawnAt }: StoredConsent): void {
    tx.update(ConsentRow, { id, version }, { withdrawnAt });
  }

  async page(tx: Tx, elderId: string, page: { limit: number; cursor?: string }): Promise<Page<StoredConsent>> {
    const after = cursorId(page.cursor) ?? null;
    const rows = await tx.many<StoredConsent>(PAGE, [elderId, after, page.limit + 1]);
    return pageById(rows, page.limit);
  }

  /** Consents of the elder that name the caller: by role, by institution, or through host and unit. */
  naming(tx: Tx, elderId: string, caller: Caller): Promise<GivenConsent[]> {
    const own = ownInstitutions(caller);
    return tx.many(NAMING, [elderId, [caller.role, ...own], own]);
  }
}
