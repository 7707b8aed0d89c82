import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import { Database, type Tx } from '@yiyang/persistence';
import { AllianceMemberRow, AllianceRow } from './alliance.entity.js';
import type { Member } from './domain/alliance.js';

const WHOLE = `
  select a.id, a.name, a.alliance_type, a.division, a.status, a.charter_no, a.charter_adopted_on, a.lead_duties,
    a.member_duties, a.version,
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', m.institution_id, 'role', m.role, 'state', m.state,
      'joinedOn', m.joined_on, 'leftOn', m.left_on) order by m.joined_on, m.institution_id)
      from alliance_member m where m.alliance_id = a.id), '[]') as members
  from alliance a`;

/** An alliance with its members, read in one statement. */
export interface WholeAlliance extends AllianceRow {
  readonly members: readonly Member[];
}

export interface AllianceFilter {
  readonly institutionId?: string | undefined;
  readonly divisionPrefix?: string | undefined;
  readonly status?: string | undefined;
}

/** All SQL of alliances and their members. */
@Injectable()
export class AllianceRepository {
  constructor(private readonly database: Database) {}

  async get(id: string): Promise<WholeAlliance> {
    return found(await this.database.find<WholeAlliance>(`${WHOLE} where a.id = $1`, [id]));
  }

  /** Locked, then read: one statement that waited for the lock would see the members as they were before it. */
  async getForUpdate(tx: Tx, id: string): Promise<WholeAlliance> {
    tx.write('select from alliance where id = $1 for update', [id]);
    return found(await tx.find<WholeAlliance>(`${WHOLE} where a.id = $1`, [id]));
  }

  list(filter: AllianceFilter, after: string | undefined, limit: number): Promise<WholeAlliance[]> {
    const { institutionId, divisionPrefix, status } = filter;
    return this.database.many<WholeAlliance>(
      `${WHOLE} where ($1::uuid is null or exists (select from alliance_member m
           where m.alliance_id = a.id and m.institution_id = $1 and m.state = 'JOINED'))
         and ($2::text is null or a.division like $2 || '%') and ($3::text is null or a.status = $3)
         and ($4::uuid is null or a.id > $4) order by a.id limit $5`,
      [institutionId ?? null, divisionPrefix ?? null, status ?? null, after ?? null, limit],
    );
  }

  insert(tx: Tx, alliance: AllianceRow): void {
    tx.insert(AllianceRow, alliance);
  }

  update(tx: Tx, { id, version }: AllianceRow, changes: Partial<AllianceRow>): void {
    tx.update(AllianceRow, { id, version }, changes);
  }

  /** An institution is in an alliance once, however often it came and went. */
  setMember(tx: Tx, allianceId: string, member: Member): void {
    tx.insert(
      AllianceMemberRow,
      { allianceId, ...member },
      `on conflict (alliance_id, institution_id) do update set role = excluded.role, state = excluded.state,
         joined_on = excluded.joined_on, left_on = excluded.left_on`,
    );
  }
}

function found(alliance: WholeAlliance | undefined): WholeAlliance {
  if (!alliance) throw refusal('NOT_FOUND');
  return alliance;
}
