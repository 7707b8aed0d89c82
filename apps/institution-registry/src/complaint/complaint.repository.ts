import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { Tx } from '@yiyang/persistence';
import { DEPARTMENT_OF_SIDE } from '../application/domain/application.js';
import { ComplaintRow } from './complaint.entity.js';

const COLUMNS = `c.id, c.institution_id, c.division, c.side, c.complainant_role, c.complainant_organisation_id,
  c.complainant_elder_id, c.topic, c.text_sealed, c.reply_sealed, c.filed_at, c.replied_at, c.version`;

const SCOPE = {
  serviceRegion: 'c.division',
  institution: ['c.institution_id', 'c.complainant_organisation_id'],
  elder: 'c.complainant_elder_id',
};

/** A department sees the complaints about its side and those that it filed. */
function visibleTo(grant: Grant, params: unknown[]): string {
  const filter = rowFilter(grant, SCOPE, params);
  if (grant.scope !== 'SERVICE_REGION') return filter;
  const { role } = grant.caller;
  params.push(role, role === DEPARTMENT_OF_SIDE.MEDICAL ? 'MEDICAL' : 'CARE');
  return `${filter} and (c.complainant_role = $${params.length - 1} or c.side = $${params.length})`;
}

/** All SQL of complaints. */
@Injectable()
export class ComplaintRepository {
  insert(tx: Tx, complaint: ComplaintRow): void {
    tx.insert(ComplaintRow, complaint);
  }

  async get(tx: Tx, grant: Grant, id: string, lock: '' | 'for update' = ''): Promise<ComplaintRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from complaint c where c.id = $1 and ${visibleTo(grant, params)} ${lock}`;
    const row = await tx.find<ComplaintRow>(sql, params);
    if (!row) throw refusal('NOT_FOUND');
    return row;
  }

  list(
    tx: Tx,
    grant: Grant,
    of: { readonly institutionId?: string; readonly status?: string; readonly after?: string; readonly limit: number },
  ): Promise<ComplaintRow[]> {
    const params: unknown[] = [of.institutionId ?? null, of.status ?? null, of.after ?? null, of.limit];
    return tx.many<ComplaintRow>(
      `select ${COLUMNS} from complaint c
       where ($1::uuid is null or c.institution_id = $1)
         and ($2::text is null or (c.replied_at is not null) = ($2 = 'REPLIED'))
         and ($3::uuid is null or c.id > $3) and ${visibleTo(grant, params)} order by c.id limit $4`,
      params,
    );
  }

  update(tx: Tx, { id, version }: ComplaintRow, changes: Partial<ComplaintRow>): void {
    tx.update(ComplaintRow, { id, version }, changes);
  }

  count(tx: Tx, institutionId: string): Promise<{ received: number; replied: number } | undefined> {
    return tx.find(
      `select count(c.id)::int as received, count(c.replied_at)::int as replied
       from institution i left join complaint c on c.institution_id = i.id where i.id = $1 group by i.id`,
      [institutionId],
    );
  }
}
