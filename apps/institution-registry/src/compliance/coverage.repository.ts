import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { Database } from '@yiyang/persistence';
import { CARE_INSTITUTION_KINDS, type CivilDate } from '@yiyang/standards';
import type { CoverageCount } from './domain/agreement-coverage-rate.js';

const HOMES = CARE_INSTITUTION_KINDS.filter(({ setting }) => setting === 'INSTITUTION').map(({ code }) => code);

// The same reading of a medical institution that can serve, and of an agreement in force, as the rules have (`house.ts`).
const qualified = (institutions: string) => `exists (
  select from institution u join qualification q on q.institution_id = u.id
  where ${institutions} and q.side = 'MEDICAL' and q.state = 'ACTIVE'
    and q.valid_from <= $1 and (q.valid_to is null or q.valid_to >= $1))`;
const goesOn = (alias: string) => `${alias}.operation_state not in ('SUSPENDED', 'CLOSED', 'FORCED_EXIT')`;

const agreement = (partner: string) => `exists (
  select from agreement a join institution m on m.id = a.medical_institution_id
  where a.care_institution_id = any(array[i.id, i.host_id]) and a.status = 'SIGNED'
    and $1 between a.valid_from and a.valid_to and ${partner} and ${goesOn('m')}
    and ${qualified('(u.id = any(array[m.id, m.host_id]) or u.host_id = m.id)')})`;

const CARING = `
  select i.*, i.kind = any($3) as is_home,
    ${qualified(`(u.id = i.id or (u.id = i.host_id or u.host_id = i.id) and ${goesOn('u')})`)} as is_medical_inside,
    ${agreement('true')} as has_any, ${agreement(`m.kind = 'COMMUNITY_HEALTH_CENTRE'`)} as has_centre
  from institution i
  where i.side = 'CARE' and i.operation_state in ('OPERATING', 'RECTIFYING', 'SUSPENDED') and i.division like $2 || '%'`;

const counted = (scope: CoverageCount['scope'], which: string) => `
  select '${scope}' as scope, count(*)::int as institutions, count(*) filter (where has_any)::int as with_any,
    count(*) filter (where has_centre)::int as with_community_health_centre from caring where ${which}`;

const COUNT = [
  counted('CARE_INSTITUTIONS', 'is_home'),
  counted('WITHOUT_INTERNAL_MEDICAL', 'is_home and not is_medical_inside'),
  counted('COMMUNITY_DAY_CARE', `kind = 'DAY_CARE_CENTRE'`),
].join(' union all ');

export interface UncoveredHome {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly side: string;
  readonly division: string;
}

/** Which care institutions have an agreement in force on a day, read from the agreements themselves. */
@Injectable()
export class CoverageRepository {
  constructor(private readonly database: Database) {}

  counts(grant: Grant, divisionPrefix: string, on: CivilDate): Promise<CoverageCount[]> {
    const params: unknown[] = [on, divisionPrefix, HOMES];
    const scope = rowFilter(grant, { serviceRegion: 'i.division' }, params);
    return this.database.many<CoverageCount>(`with caring as (${CARING} and ${scope}) ${COUNT}`, params);
  }

  /** Homes with neither a medical institution inside nor an agreement in force: exactly those of CON-04. */
  uncovered(
    grant: Grant,
    divisionPrefix: string,
    on: CivilDate,
    after: string | undefined,
    limit: number,
  ): Promise<UncoveredHome[]> {
    const params: unknown[] = [on, divisionPrefix, HOMES, after ?? null, limit];
    const scope = rowFilter(grant, { serviceRegion: 'i.division' }, params);
    return this.database.many<UncoveredHome>(
      `select id, name, kind, side, division from (${CARING} and ${scope}) caring
       where is_home and not is_medical_inside and not has_any and ($4::uuid is null or id > $4) order by id limit $5`,
      params,
    );
  }
}
