import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { Database } from '@yiyang/persistence';
import type { FactTypeCode } from './domain/fact-types.js';
import type { Counted } from './domain/report-facts.js';

export interface FactCounts extends Counted {
  readonly byCode: readonly (Counted & { readonly code: string })[];
  readonly byCounty: readonly (Counted & { readonly division: string })[];
}

export interface CertifiedStaff {
  readonly staff: number;
  readonly certified: number;
  readonly below: readonly { readonly institutionId: string; readonly staff: number; readonly certified: number }[];
}

interface Question {
  readonly type: FactTypeCode;
  readonly divisionPrefix: string;
  readonly on: string;
}

/** Longest list of institutions in a report. */
const MOST_LISTED = 200;

const counted = `'facts', count(distinct l.id), 'institutions', count(distinct l.member)`;

const isProof = (from: string, to: string) =>
  `(f.value->>'${from}' <= $3::text and coalesce(f.value->>'${to}', $3::text) >= $3::text)`;

/** SQL of the reports: counted where the rows are. */
@Injectable()
export class ReportRepository {
  constructor(private readonly database: Database) {}

  /** Both partners of what is symmetric are members. */
  async count(grant: Grant, question: Question, symmetric: boolean): Promise<FactCounts> {
    const params: unknown[] = [question.type, question.divisionPrefix, question.on, symmetric];
    const [row] = await this.database.many<FactCounts>(
      `with live as (
         select f.id, f.division, f.codes, member from institution_fact f
         cross join lateral unnest(array[f.institution_id] || case when $4 then array[f.partner_id] else '{}' end) member
         where not f.retracted and f.type = $1 and f.division like $2 || '%' and member is not null
           and f.valid_from <= $3 and (f.valid_to is null or f.valid_to >= $3)
           and ${rowFilter(grant, { serviceRegion: 'f.division' }, params)})
       select count(distinct l.id)::int as facts, count(distinct l.member)::int as institutions,
         coalesce((select jsonb_agg(c.line order by c.code) from (
           select code, jsonb_build_object('code', code, ${counted}) as line
           from live l cross join lateral unnest(l.codes) code group by code) c), '[]') as by_code,
         coalesce((select jsonb_agg(c.line order by c.division) from (
           select l.division, jsonb_build_object('division', l.division, ${counted}) as line
           from live l group by l.division) c), '[]') as by_county
       from live l`,
      params,
    );
    return row as FactCounts;
  }

  /** Whoever gives care, treats or manages, with a certificate or a passed training valid on the day. Source: REG-34. */
  async certifiedStaff(grant: Grant, { type, divisionPrefix, on }: Question): Promise<CertifiedStaff> {
    const params: unknown[] = [type, divisionPrefix, on];
    const [row] = await this.database.many<CertifiedStaff>(
      `with house as (
         select f.institution_id, count(*)::int as staff, count(*) filter (
           where ${isProof('certifiedFrom', 'certifiedTo')} or ${isProof('trainedFrom', 'trainedTo')})::int as certified
         from institution_fact f
         where not f.retracted and f.type = $1 and f.division like $2 || '%' and f.valid_from <= $3::date
           and (f.valid_to is null or f.valid_to >= $3::date)
           and f.value->>'staffRole' <> 'OTHER' and f.value->>'engagement' <> 'VOLUNTEER'
           and ${rowFilter(grant, { serviceRegion: 'f.division' }, params)}
         group by f.institution_id)
       select coalesce(sum(staff), 0)::int as staff, coalesce(sum(certified), 0)::int as certified,
         coalesce((select jsonb_agg(jsonb_build_object('institutionId', b.institution_id, 'staff', b.staff,
           'certified', b.certified)) from (select * from house where certified < staff
             order by staff - certified desc, institution_id limit ${MOST_LISTED}) b), '[]') as below
       from house`,
      params,
    );
    return row as CertifiedStaff;
  }
}
