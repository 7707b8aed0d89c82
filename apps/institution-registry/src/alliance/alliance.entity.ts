import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AllianceStatus, MemberRole, MemberState } from './domain/alliance.js';

/** An alliance of institutions. */
@Entity('alliance')
export class AllianceRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') allianceType!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') status!: AllianceStatus;
  /** Number of the charter document. */
  @Column('text', { nullable: true }) charterNo!: string | null;
  @Column('date', { nullable: true }) charterAdoptedOn!: string | null;
  @Column('text', { nullable: true }) leadDuties!: string | null;
  @Column('text', { nullable: true }) memberDuties!: string | null;
  @Column('int') version!: number;
}

/** An institution in an alliance, now or before. */
@Entity('alliance_member')
export class AllianceMemberRow {
  @PrimaryColumn('uuid') allianceId!: string;
  @PrimaryColumn('uuid') institutionId!: string;
  @Column('text') role!: MemberRole;
  @Column('text') state!: MemberState;
  @Column('date') joinedOn!: string;
  @Column('date', { nullable: true }) leftOn!: string | null;
}

/** What one institution does at another on a planned day. */
@Entity('alliance_visit')
export class AllianceVisitRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') allianceId!: string;
  @Column('uuid') visitorId!: string;
  @Column('uuid') hostId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') kind!: string;
  @Column('date') dueOn!: string;
  /** Last day on which it counts as done in time. */
  @Column('date') latestOn!: string;
  @Column('date', { nullable: true }) doneOn!: string | null;
  @Column('int') version!: number;
}
