import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { Database, type Tx } from '@yiyang/persistence';
import type { CivilDate } from '@yiyang/standards';
import { factsOf } from '../fact/fact.repository.js';
import type { ComplianceInput } from './domain/compliance-input.js';
import type { OpenFinding } from './domain/finding-changes.js';

/** An institution as the rules see it, and what stands in its record already. */
export interface ExaminedInstitution extends Omit<ComplianceInput, 'on'> {
  readonly version: number;
  readonly openFindings: readonly OpenFinding[];
}

const list = (object: string, from: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object(${object})) from ${from}), '[]')`;

const QUALIFICATION = `'side', q.side, 'state', q.state, 'validFrom', q.valid_from, 'validTo', q.valid_to`;
const qualificationsOf = (institution: string) =>
  list(QUALIFICATION, `qualification q where q.institution_id = ${institution}.id`);

const housemate = (alias: string) =>
  `'id', ${alias}.id, 'kind', ${alias}.kind, 'side', ${alias}.side,
    'operationState', ${alias}.operation_state, 'qualifications', ${qualificationsOf(alias)}`;

const place = (alias: string) =>
  `case when ${alias}.latitude is not null
    then jsonb_build_object('latitude', ${alias}.latitude, 'longitude', ${alias}.longitude) end`;

const QUALIFICATIONS_OF_PARTNER = list(
  QUALIFICATION,
  `qualification q join institution u on u.id = q.institution_id
   where u.id = any(array[m.id, m.host_id]) or u.host_id = m.id`,
);

const PARTNER = `jsonb_build_object('id', m.id, 'kind', m.kind, 'level', m.level, 'division', m.division,
  'place', ${place('m')}, 'operationState', m.operation_state, 'qualifications', ${QUALIFICATIONS_OF_PARTNER})`;

// A host's agreement covers its units. What is over matters to no rule, what is to come says when to look again.
const AGREEMENTS = list(
  `'id', a.id, 'validFrom', a.valid_from, 'validTo', a.valid_to, 'types', a.types, 'mechanisms', a.mechanisms,
    'checkCycleMonths', a.check_cycle_months, 'lastCheckedOn', a.last_checked_on, 'partner', ${PARTNER}`,
  `agreement a join institution m on m.id = a.medical_institution_id
   where a.care_institution_id = any(array[i.id, i.host_id]) and a.status = 'SIGNED' and a.valid_to >= $2`,
);

const LIAISON_FORMS = list(
  `'id', l.id, 'partner', ${PARTNER}, 'inOtherCounty', l.in_other_county, 'hasReason', l.reason is not null`,
  `liaison_form l join institution m on m.id = l.medical_institution_id
   where l.care_institution_id = any(array[i.id, i.host_id]) and l.status = 'ACTIVE'`,
);

// A unit counts as a member where its host is one.
const ALLIANCES = `coalesce((
  select jsonb_agg(distinct l.alliance_type) from alliance_member n join alliance l on l.id = n.alliance_id
  where n.institution_id = any(array[i.id, i.host_id]) and n.state = 'JOINED'), '[]')`;

const OPEN_VISITS = list(
  `'id', v.id, 'kind', v.kind, 'latestOn', v.latest_on`,
  'alliance_visit v where v.host_id = i.id and v.done_on is null',
);

const OPEN_FINDINGS = list(
  `'id', f.id, 'ruleId', f.rule_id, 'subject', f.subject, 'code', f.code, 'severity', f.severity, 'status', f.status,
    'expected', f.expected, 'actual', f.actual, 'source', f.source, 'clause', f.clause,
    'policyVersion', f.policy_version, 'owners', f.owners, 'copies', f.copies`,
  `finding f where f.institution_id = i.id and f.status <> 'RESOLVED'`,
);

// Of what is over only exercises matter: the last one says when the next is due. Of neighbours only medical ones do.
const FACTS = factsOf(
  'i.id',
  `(f.valid_to is null or f.valid_to >= $2 or f.type = 'SAFETY_EXERCISE') and (f.type <> 'CO_LOCATED' or exists (
    select from institution o where o.id in (f.institution_id, f.partner_id) and o.id <> i.id and o.side = 'MEDICAL'))`,
);

const EXAMINE = `
  select i.id, i.kind, i.side, i.division, i.ownership, i.operation_state, i.started_on, i.version,
    i.elder_care_scope_from, i.care_area_separated,
    ${place('i')} as place,
    ${qualificationsOf('i')} as qualifications,
    (select jsonb_build_object(${housemate('h')}) from institution h where h.id = i.host_id) as host,
    ${list(housemate('u'), 'institution u where u.host_id = i.id')} as units,
    ${list(`'kind', b.bed_kind, 'operating', b.operating`, 'bed_inventory b where b.institution_id = i.id')} as beds,
    ${AGREEMENTS} as agreements, ${LIAISON_FORMS} as liaison_forms,
    ${ALLIANCES} as alliances, ${OPEN_VISITS} as open_visits, ${FACTS} as facts, ${OPEN_FINDINGS} as open_findings
  from institution i where `;

const EXAMINE_ONE = `${EXAMINE}i.id = $1`;

/** Reads everything that the rules need of an institution, in one statement. */
@Injectable()
export class ComplianceRepository {
  constructor(private readonly database: Database) {}

  get(tx: Tx, id: string, on: CivilDate): Promise<ExaminedInstitution> {
    return tx.one<ExaminedInstitution>(EXAMINE_ONE, [id, on]);
  }

  /** Only for the department of the region and for the institution itself. */
  find(grant: Grant, id: string, on: CivilDate): Promise<ExaminedInstitution | undefined> {
    const params: unknown[] = [id, on];
    const scope = rowFilter(grant, { serviceRegion: 'i.division', institution: ['i.id', 'i.host_id'] }, params);
    return this.database.find<ExaminedInstitution>(`${EXAMINE_ONE} and ${scope}`, params);
  }

  /** Those of a division and below, by id. */
  page(
    grant: Grant,
    of: { divisionPrefix: string; on: CivilDate; after: string | undefined; limit: number },
  ): Promise<ExaminedInstitution[]> {
    const params: unknown[] = [of.divisionPrefix, of.on, of.after ?? null, of.limit];
    const scope = rowFilter(grant, { serviceRegion: 'i.division' }, params);
    return this.database.many<ExaminedInstitution>(
      `${EXAMINE}i.division like $1 || '%' and ($3::uuid is null or i.id > $3) and ${scope} order by i.id limit $4`,
      params,
    );
  }
}
