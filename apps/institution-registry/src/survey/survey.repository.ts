import { Injectable } from '@nestjs/common';
import { Database } from '@yiyang/persistence';
import type { SurveyEntryView } from './survey.view.js';

/** What is asked about: a division with everything below it, answers since an instant. */
export interface SurveyQuestion {
  readonly divisionPrefix: string;
  readonly since: Date;
}

/** As `surveyKey` in domain/check-row.ts. */
const REGISTERED_KEY = `coalesce(i.credit_code, i.division || '|' || i.kind || '|' || i.name)`;

// Expected is whoever a file names and whoever is registered and has not closed; both are one where the key is one.
const EXPECTED = `
  select e.entry_key as key, e.id, e.name, e.credit_code, e.kind, e.side, e.division, e.operation_state, e.management_mode,
    e.surveyed_at, e.operation_state is not null and e.management_mode is not null and e.surveyed_at >= $2 as answered,
    (select i.id from institution i where ${REGISTERED_KEY} = e.entry_key order by i.id limit 1) as institution_id
  from survey_entry e where e.division like $1 || '%'
  union all
  select distinct on (${REGISTERED_KEY}) ${REGISTERED_KEY}, null, i.name, i.credit_code, i.kind, i.side, i.division, null,
    null, null, false, i.id
  from institution i
  where i.division like $1 || '%' and i.operation_state not in ('CLOSED', 'FORCED_EXIT')
    and not exists (select from survey_entry e where e.entry_key = ${REGISTERED_KEY})`;

/** All SQL of what surveys have brought. */
@Injectable()
export class SurveyRepository {
  constructor(private readonly database: Database) {}

  countByDivision(of: SurveyQuestion): Promise<{ division: string; expected: number; answered: number }[]> {
    return this.database.many(
      `select division, count(*)::int as expected, count(*) filter (where answered)::int as answered
       from (${EXPECTED}) expected group by division order by division`,
      [of.divisionPrefix, of.since],
    );
  }

  /** In the order of divisions and keys. */
  list(
    of: SurveyQuestion & { readonly answered: boolean | undefined },
    after: readonly [string, string] | undefined,
    limit: number,
  ): Promise<(SurveyEntryView & { key: string })[]> {
    return this.database.many(
      `select * from (${EXPECTED}) expected
       where ($3::boolean is null or answered = $3) and ($4::text is null or (division, key) > ($4, $5))
       order by division, key limit $6`,
      [of.divisionPrefix, of.since, of.answered ?? null, ...(after ?? [null, null]), limit],
    );
  }
}
