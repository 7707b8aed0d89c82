import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredStatus } from './domain/agreement-status.js';

/** A cooperation agreement between a care and a medical institution. */
@Entity('agreement')
export class AgreementRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') careInstitutionId!: string;
  @Column('uuid') medicalInstitutionId!: string;
  @Column('text', { array: true }) types!: string[];
  @Column('text', { array: true }) items!: string[];
  @Column('text', { array: true }) mechanisms!: string[];
  @Column('text', { array: true }) encounterTypes!: string[];
  @Column('text') content!: string;
  @Column('text') way!: string;
  @Column('text') cost!: string;
  @Column('text') duties!: string;
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') status!: StoredStatus;
  @Column('timestamptz', { nullable: true }) careSignedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) medicalSignedAt!: Date | null;
  /** The party that wrote it; nobody else sees a draft. */
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('int', { nullable: true }) checkCycleMonths!: number | null;
  @Column('date', { nullable: true }) lastCheckedOn!: string | null;
  /** Last day, where it ended before the end of its term or was never in force. */
  @Column('date', { nullable: true }) endedOn!: string | null;
  /** Of the last suspension, cure or end. */
  @Column('text', { nullable: true }) reasonCode!: string | null;
  /** Between the parties at the proposal, where both had told their place. */
  @Column('double precision', { nullable: true }) distanceKm!: number | null;
  @Column('uuid', { nullable: true }) renewsId!: string | null;
  @Column('int') version!: number;
}

/** A periodic check or an act of key supervision. Rows only come. */
@Entity('agreement_check')
export class AgreementCheckRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') agreementId!: string;
  @Column('text') kind!: string;
  @Column('text') result!: string;
  @Column('date') checkedOn!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('text') role!: string;
  @Column('timestamptz') recordedAt!: Date;
}
