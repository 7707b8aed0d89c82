import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { Database } from '@yiyang/persistence';
import type { Aspect } from './aspects.js';
import type { InstitutionChangeRow } from './institution-change.entity.js';

/** One part of an institution or of one of its units as it was. */
export type PastPart = Pick<InstitutionChangeRow, 'institutionId' | 'aspect' | 'subject' | 'state'>;

export type ListedChange = Omit<InstitutionChangeRow, 'state'>;

/**
 * A state that is planned ahead holds from its day, whatever was recorded since for earlier days. All other changes take
 * effect when they are recorded or before: there the one recorded last is right about every day from its own on.
 */
const PLANNED = `('BEDS', 'AGREEMENT')`;

// The qualifications of units count for the host's integrated status.
const AS_OF = `
  select distinct on (c.institution_id, c.aspect, c.subject) c.institution_id, c.aspect, c.subject, c.state
  from institution_change c
  where (c.institution_id = $1
      or (c.aspect = 'QUALIFICATION' and c.institution_id in (select u.id from institution u where u.host_id = $1)))
    and c.aspect in ('INSTITUTION', 'QUALIFICATION', 'OPERATION', 'BEDS', 'AGREEMENT')
    and c.effective_on <= $2::date and c.recorded_at <= $3
  order by c.institution_id, c.aspect, c.subject,
    case when c.aspect in ${PLANNED} then c.effective_on end desc nulls last, c.recorded_at desc, c.id desc`;

/** What was kept of every change. */
@Injectable()
export class ChangeRepository {
  constructor(private readonly database: Database) {}

  /** The parts as they were on a day and as they were known at an instant, by one statement. */
  asOf(institutionId: string, on: string, knownAt: Date): Promise<PastPart[]> {
    return this.database.many<PastPart>(AS_OF, [institutionId, on, knownAt]);
  }

  /** A page of changes, the newest first. */
  list(
    grant: Grant,
    institutionId: string,
    page: { readonly aspect: Aspect | undefined; readonly before: string | undefined; readonly limit: number },
  ): Promise<ListedChange[]> {
    const params: unknown[] = [institutionId, page.aspect ?? null, page.before ?? null, page.limit];
    const scope = { serviceRegion: 'i.division', institution: ['i.id', 'i.host_id'] };
    return this.database.many<ListedChange>(
      `select c.id, c.institution_id, c.aspect, c.subject, c.effective_on, c.recorded_at, c.action, c.reason_code,
         c.client_id, c.role, c.organisation_id
       from institution_change c join institution i on i.id = c.institution_id
       where c.institution_id = $1 and ($2::text is null or c.aspect = $2) and ($3::uuid is null or c.id < $3)
         and ${rowFilter(grant, scope, params)} order by c.id desc limit $4`,
      params,
    );
  }
}
