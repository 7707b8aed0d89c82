import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Database, json, type Tx } from '@yiyang/persistence';
import { ApplicationRow } from './application.entity.js';
import type { ApplicationStatus } from './domain/application.js';

const COLUMNS = `a.id, a.institution_id, a.kind, a.side, a.path, a.path_because, a.level, a.grade, a.name, a.credit_code,
  a.division, a.ownership, a.profit_nature, a.investment_origin, a.host_id, a.host_side, a.founder_id, a.beds, a.channel,
  a.external_case_id, a.certificates, a.materials, a.flags, a.care_area_separated, a.status, a.awaits, a.supplement,
  a.scope_changed_on, a.drafted_by, a.submitted_at, a.accepted_at, a.establishment_approval_no,
  a.establishment_approved_on, a.near_on, a.due_on, a.limit_because, a.decided_at, a.decided_on,
  a.legal_basis, a.reason_code, a.version`;

const SCOPE = { serviceRegion: 'a.division', institution: ['a.host_id', 'a.institution_id'] };

export interface ApplicationFilter {
  readonly status?: ApplicationStatus;
  readonly awaits?: string;
  readonly kind?: string;
  /** Division prefix. */
  readonly divisionPrefix?: string;
  readonly overdue?: boolean;
}

/** How many applications were answered in the set time. */
export interface TimelinessRow {
  readonly inTime: number;
  readonly late: number;
  readonly open: number;
  readonly overdue: number;
}

/** All SQL of applications. */
@Injectable()
export class ApplicationRepository {
  constructor(private readonly database: Database) {}

  async get(grant: Grant, id: string): Promise<ApplicationRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from application a where a.id = $1 and ${visible(grant, params)}`;
    return found(await this.database.find<ApplicationRow>(sql, params));
  }

  async getForUpdate(tx: Tx, grant: Grant, id: string): Promise<ApplicationRow> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from application a where a.id = $1 and ${visible(grant, params)} for update`;
    return found(await tx.find<ApplicationRow>(sql, params));
  }

  /** For the clock, which acts for nobody. */
  find(tx: Tx, id: string): Promise<ApplicationRow | undefined> {
    return tx.find<ApplicationRow>(`select ${COLUMNS} from application a where a.id = $1`, [id]);
  }

  /**
   * Whether the host has an application for a unit of this kind that was submitted and neither refused nor taken back. The
   * host's row is locked for it, so that of two at once the second sees the first.
   */
  async hasOther(tx: Tx, hostId: string, kind: string): Promise<boolean> {
    await tx.many('select 1 from institution where id = $1 for no key update', [hostId]);
    const sql = `select 1 from application a
      where a.host_id = $1 and a.kind = $2 and a.status not in ('DRAFT', 'REFUSED', 'WITHDRAWN') limit 1`;
    return (await tx.find(sql, [hostId, kind])) !== undefined;
  }

  /** A page in the order of submission. */
  list(
    grant: Grant,
    filter: ApplicationFilter,
    page: { today: string; after: string | undefined; limit: number },
  ): Promise<ApplicationRow[]> {
    const { status, awaits, kind, divisionPrefix, overdue } = filter;
    const params: unknown[] = [status, awaits, kind, divisionPrefix, overdue, page.today, page.after, page.limit].map(
      (value) => value ?? null,
    );
    return this.database.many<ApplicationRow>(
      `select ${COLUMNS} from application a
       where ($1::text is null or a.status = $1) and ($2::text is null or a.awaits = $2)
         and ($3::text is null or a.kind = $3) and ($4::text is null or a.division like $4 || '%')
         and ($5::boolean is null or coalesce(${RUNS} and a.due_on < ${clockDay('$6')}, false) = $5)
         and ($7::uuid is null or a.id > $7) and ${visible(grant, params)} order by a.id limit $8`,
      params,
    );
  }

  /** Counts applications by the day of their acceptance. */
  async timeliness(
    grant: Grant,
    of: { from: string; to: string; divisionPrefix: string | undefined; today: string },
  ): Promise<TimelinessRow> {
    const params: unknown[] = [of.from, of.to, of.divisionPrefix ?? null, of.today];
    const [row] = await this.database.many<TimelinessRow>(
      `select (count(*) filter (where ${DECIDED_ON} <= a.due_on))::int as in_time,
         (count(*) filter (where ${DECIDED_ON} > a.due_on))::int as late,
         (count(*) filter (where ${RUNS} and a.due_on >= ${clockDay('$4')}))::int as open,
         (count(*) filter (where ${RUNS} and a.due_on < ${clockDay('$4')}))::int as overdue
       from application a
       where a.due_on is not null and (a.accepted_at at time zone 'Asia/Shanghai')::date between $1::date and $2::date
         and ($3::text is null or a.division like $3 || '%') and ${rowFilter(grant, SCOPE, params)}`,
      params,
    );
    return row as TimelinessRow;
  }

  insert(tx: Tx, application: ApplicationRow): void {
    tx.insert(ApplicationRow, written(application));
  }

  update(tx: Tx, application: ApplicationRow, changes: Partial<ApplicationRow>): void {
    tx.update(ApplicationRow, { id: application.id, version: application.version }, written(changes));
  }
}

const DECIDED_ON = `(a.decided_at at time zone 'Asia/Shanghai')::date`;

const RUNS = `a.status in ('ACCEPTED', 'SUPPLEMENT')`;

/** The clock stands still from the day on which the applicant was told what is missing. */
const clockDay = (today: string) =>
  `case a.status when 'SUPPLEMENT' then ((a.supplement->>'askedAt')::timestamptz at time zone 'Asia/Shanghai')::date
   else ${today}::date end`;

const JSON_COLUMNS = [
  'pathBecause',
  'beds',
  'certificates',
  'materials',
  'flags',
  'supplement',
  'limitBecause',
] as const satisfies readonly (keyof ApplicationRow)[];

function written(values: Partial<ApplicationRow>): Partial<ApplicationRow> {
  const given = JSON_COLUMNS.filter((name) => values[name] !== undefined && values[name] !== null);
  return { ...values, ...Object.fromEntries(given.map((name) => [name, json(values[name])])) };
}

/** What the grant opens; a draft only to whoever wrote it. */
function visible(grant: Grant, params: unknown[]): string {
  const inScope = rowFilter(grant, SCOPE, params);
  params.push(grant.caller.role);
  return `${inScope} and (a.status <> 'DRAFT' or a.drafted_by = $${params.length})`;
}

function found(row: ApplicationRow | undefined): ApplicationRow {
  if (!row) throw refusal('NOT_FOUND');
  return row;
}
