import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import { Database, type Tx } from '@yiyang/persistence';
import { AllianceVisitRow } from './alliance.entity.js';

const COLUMNS = `v.id, v.alliance_id, v.visitor_id, v.host_id, v.division, v.kind, v.due_on, v.latest_on, v.done_on,
  v.version`;

export interface VisitFilter {
  readonly allianceId: string;
  readonly year?: number | undefined;
  readonly kind?: string | undefined;
  readonly institutionId?: string | undefined;
}

export interface SupportLine {
  readonly visitorId: string;
  readonly kind: string;
  readonly planned: number;
  readonly done: number;
}

/** All SQL of planned visits. */
@Injectable()
export class AllianceVisitRepository {
  constructor(private readonly database: Database) {}

  async getForUpdate(tx: Tx, allianceId: string, id: string): Promise<AllianceVisitRow> {
    const sql = `select ${COLUMNS} from alliance_visit v where v.id = $1 and v.alliance_id = $2 for update`;
    const visit = await tx.find<AllianceVisitRow>(sql, [id, allianceId]);
    if (!visit) throw refusal('NOT_FOUND');
    return visit;
  }

  /** For the clock, which must not wait for a command that wants the clock's row; it fails and is tried again. */
  findForClock(tx: Tx, id: string): Promise<AllianceVisitRow | undefined> {
    return tx.find<AllianceVisitRow>(`select ${COLUMNS} from alliance_visit v where v.id = $1 for update nowait`, [id]);
  }

  list(filter: VisitFilter, after: readonly [string, string] | undefined, limit: number): Promise<AllianceVisitRow[]> {
    const { allianceId, year, kind, institutionId } = filter;
    const [day, id] = after ?? [];
    return this.database.many<AllianceVisitRow>(
      `select ${COLUMNS} from alliance_visit v where v.alliance_id = $1
         and ($2::int is null or extract(year from v.due_on) = $2) and ($3::text is null or v.kind = $3)
         and ($4::uuid is null or $4 in (v.visitor_id, v.host_id))
         and ($5::date is null or (v.due_on, v.id) > ($5, $6::uuid)) order by v.due_on, v.id limit $7`,
      [allianceId, year ?? null, kind ?? null, institutionId ?? null, day ?? null, id ?? null, limit],
    );
  }

  /** Planned and done visits of a year by visitor and kind. Source: REG-30. */
  support(allianceId: string, year: number): Promise<SupportLine[]> {
    return this.database.many<SupportLine>(
      `select v.visitor_id, v.kind, count(*)::int as planned, count(v.done_on)::int as done from alliance_visit v
       where v.alliance_id = $1 and extract(year from v.due_on) = $2
       group by v.visitor_id, v.kind order by v.visitor_id, v.kind`,
      [allianceId, year],
    );
  }

  insert(tx: Tx, visit: AllianceVisitRow): void {
    tx.insert(AllianceVisitRow, visit);
  }

  /** Takes back what is planned after the day by or at an institution. @returns the visits. */
  deletePlanned(tx: Tx, of: { allianceId: string; institutionId: string; after: string }): Promise<AllianceVisitRow[]> {
    return tx.many<AllianceVisitRow>(
      `delete from alliance_visit v where v.alliance_id = $1 and $2 in (v.visitor_id, v.host_id)
         and v.due_on > $3 and v.done_on is null returning ${COLUMNS}`,
      [of.allianceId, of.institutionId, of.after],
    );
  }

  update(tx: Tx, { id, version }: AllianceVisitRow, doneOn: string): void {
    tx.update(AllianceVisitRow, { id, version }, { doneOn });
  }
}
