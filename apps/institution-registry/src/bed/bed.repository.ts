import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@yiyang/persistence';
import type { BedKind } from '@yiyang/standards';
import { BedDayRow } from './bed.entity.js';
import type { BedCounts, BedDay } from './domain/bed-days.js';

/** All that is known of the beds of one kind of an institution. */
export interface BedStock {
  readonly kind: BedKind;
  /** Past and planned, in their order. */
  readonly days: readonly BedDay[];
  /** What holds now: the changes whose day has come have taken effect. */
  readonly present: BedCounts;
  /** Beds of the present that a confirmed change is going to take, given out to nobody any more. */
  readonly withheld: number;
  readonly held: number;
  readonly occupied: number;
  readonly kept: number;
  /** When the last use became known; null before the first. */
  readonly usedAt: Date | null;
  readonly gender: BedGender;
  readonly needsAssessment: boolean;
  readonly hasWaitlist: boolean;
  /** A change that takes beds of the kind away waits for referral. */
  readonly isAsked: boolean;
}

export const BED_GENDERS = ['ANY', 'MALE', 'FEMALE'] as const;
export type BedGender = (typeof BED_GENDERS)[number];

const STOCKS = `
  with day as (
    select bed_kind, effective_on, approved, operating, blocked, reserved from bed_day where institution_id = $1
    union all
    select i.bed_kind, i.effective_on, i.approved, i.operating, i.blocked, i.reserved from bed_inventory i
    where i.institution_id = $1 and not exists (select from bed_day d where d.institution_id = i.institution_id
      and d.bed_kind = i.bed_kind and d.effective_on = i.effective_on))
  select k.bed_kind as kind, k.days, jsonb_build_object('approved', coalesce(i.approved, 0),
      'operating', coalesce(i.operating, 0), 'blocked', coalesce(i.blocked, 0), 'reserved', coalesce(i.reserved, 0))
      as present, coalesce(i.withheld, 0) as withheld, coalesce(u.held, 0) as held,
    coalesce(u.occupied, 0) as occupied, coalesce(u.kept, 0) as kept, u.as_of as used_at,
    coalesce(i.gender, 'ANY') as gender, coalesce(i.needs_assessment, false) as needs_assessment,
    coalesce(i.has_waitlist, false) as has_waitlist,
    exists (select from bed_change c where c.institution_id = $1 and c.bed_kind = k.bed_kind and c.status = 'REQUESTED')
      as is_asked
  from (select bed_kind, jsonb_agg(jsonb_build_object('effectiveOn', effective_on, 'approved', approved,
          'operating', operating, 'blocked', blocked, 'reserved', reserved) order by effective_on) as days
        from day group by bed_kind) k
  left join bed_inventory i on i.institution_id = $1 and i.bed_kind = k.bed_kind
  left join bed_use_count_copy u on u.institution_id = $1 and u.bed_kind = k.bed_kind
  order by k.bed_kind`;

// The counts that held until now become one of the days before they are written over.
const PUT_PRESENT = `
  with past as (
    insert into bed_day (institution_id, bed_kind, effective_on, approved, operating, blocked, reserved)
    select institution_id, bed_kind, effective_on, approved, operating, blocked, reserved from bed_inventory
    where institution_id = $1 and bed_kind = $2 and effective_on < $3 on conflict do nothing)
  insert into bed_inventory (institution_id, bed_kind, effective_on, approved, operating, blocked, reserved)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (institution_id, bed_kind) do update set effective_on = excluded.effective_on,
    approved = excluded.approved, operating = excluded.operating, blocked = excluded.blocked,
    reserved = excluded.reserved`;

const MOVE = `on conflict (institution_id, bed_kind, effective_on) do update set approved = excluded.approved,
  operating = excluded.operating, blocked = excluded.blocked, reserved = excluded.reserved`;

/** All SQL of the inventory of beds. */
@Injectable()
export class BedRepository {
  constructor(private readonly database: Database) {}

  /** Inside a command the institution's row is locked before: no other change of its beds is under way. */
  stocks(institutionId: string, tx: Pick<Tx, 'many'> = this.database): Promise<BedStock[]> {
    return tx.many<BedStock>(STOCKS, [institutionId]);
  }

  setOffer(
    tx: Tx,
    institutionId: string,
    bedKind: BedKind,
    offer: Pick<BedStock, 'gender' | 'needsAssessment' | 'hasWaitlist'>,
  ): void {
    tx.write(
      `update bed_inventory set gender = $3, needs_assessment = $4, has_waitlist = $5
       where institution_id = $1 and bed_kind = $2`,
      [institutionId, bedKind, offer.gender, offer.needsAssessment, offer.hasWaitlist],
    );
  }

  setLocation(tx: Tx, institutionId: string, at: { latitude: number; longitude: number }): void {
    const sql = 'update institution set latitude = $2, longitude = $3 where id = $1';
    tx.write(sql, [institutionId, at.latitude, at.longitude]);
  }

  /** The institution's beds are other ones than its reader has seen. */
  touch(tx: Tx, institutionId: string): void {
    tx.write('update institution set version = version + 1 where id = $1', [institutionId]);
  }

  putDays(tx: Tx, institutionId: string, bedKind: BedKind, days: readonly BedDay[]): void {
    for (const day of days) tx.insert(BedDayRow, { institutionId, bedKind, ...day }, MOVE);
  }

  /** What holds from now on. */
  putPresent(tx: Tx, institutionId: string, bedKind: BedKind, present: BedDay): void {
    const { effectiveOn, approved, operating, blocked, reserved } = present;
    tx.write(PUT_PRESENT, [institutionId, bedKind, effectiveOn, approved, operating, blocked, reserved]);
  }

  /** Beds that are given out no longer, or again where the number is negative. */
  withhold(tx: Tx, institutionId: string, bedKind: BedKind, count: number): void {
    const sql = 'update bed_inventory set withheld = withheld + $3 where institution_id = $1 and bed_kind = $2';
    tx.write(sql, [institutionId, bedKind, count]);
  }
}
