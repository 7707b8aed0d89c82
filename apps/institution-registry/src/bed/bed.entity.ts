import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@yiyang/access';
import type { BedKind, CivilDate } from '@yiyang/standards';
import type { BedChangeStatus } from './domain/bed-change.js';

/** Beds of one kind from a day on; what holds today stands in `bed_inventory`. */
@Entity('bed_day')
export class BedDayRow {
  @PrimaryColumn('uuid') institutionId!: string;
  @PrimaryColumn('text') bedKind!: BedKind;
  @PrimaryColumn('date') effectiveOn!: CivilDate;
  @Column('int') approved!: number;
  @Column('int') operating!: number;
  @Column('int') blocked!: number;
  @Column('int') reserved!: number;
}

/** A change of the inventory from a day on, by whom, and what referral answered where it takes beds away. */
@Entity('bed_change')
export class BedChangeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') status!: BedChangeStatus;
  @Column('date') effectiveOn!: CivilDate;
  /** By how much the counts of each kind move. */
  @Column('jsonb') lines!: unknown;
  /** The kind that loses beds, and how many; null where none does. */
  @Column('text', { nullable: true }) bedKind!: BedKind | null;
  @Column('int', { nullable: true }) count!: number | null;
  /** Beds that referral found unused. */
  @Column('int', { nullable: true }) spare!: number | null;
  @Column('timestamptz') requestedAt!: Date;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  /** Action of the policy table. */
  @Column('text') action!: string;
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('text') clientId!: string;
  @Column('text') role!: Role;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('int') version!: number;
}
