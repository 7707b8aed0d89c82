import { Injectable } from '@nestjs/common';
import { ownInstitutions, ROLES, type Caller } from '@yiyang/access';
import type { Tx } from '@yiyang/persistence';
import type { ReadGrantRow } from './relation.entity.js';

export type StoredGrant = Pick<ReadGrantRow, 'id' | 'referralId' | 'institutionId' | 'openedAt' | 'endsOn' | 'endedAt'>;

// A grant for a unit opens the record to its host, and back.
const REACH = `institution_id = any ($2::uuid[] || array(select kin_id from institution_kin where institution_id = any ($2::uuid[])))`;
const SELECT = `
  select id, referral_id, institution_id, opened_at, ends_on, ended_at from read_grant where elder_id = $1`;
const NEWEST_FIRST = 'order by opened_at desc limit 100';
const HAS_OPEN = `
  select exists (select from read_grant where elder_id = $1 and ${REACH}
    and ended_at is null and (ends_on is null or ends_on >= business_today())) as found`;

/** Read grants as their readers see them. */
@Injectable()
export class GrantRepository {
  /** Has one of the caller's institutions the right to read now? */
  async hasOpen(tx: Tx, elderId: string, caller: Caller): Promise<boolean> {
    return (await tx.one<{ found: boolean }>(HAS_OPEN, [elderId, ownInstitutions(caller)])).found;
  }

  /** An institution sees its own grants, everybody else those of the elder that they may see. */
  list(tx: Tx, elderId: string, caller: Caller): Promise<StoredGrant[]> {
    if (ROLES[caller.role].kind !== 'INSTITUTION') return tx.many(`${SELECT} ${NEWEST_FIRST}`, [elderId]);
    return tx.many(`${SELECT} and ${REACH} ${NEWEST_FIRST}`, [elderId, ownInstitutions(caller)]);
  }
}
