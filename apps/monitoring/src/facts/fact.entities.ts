import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An institution or unit and where it is. */
@Entity('institution_fact')
export class InstitutionFactRow {
  @PrimaryColumn('uuid') institutionId!: string;
  @Column('text') kind!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('uuid', { nullable: true }) hostId!: string | null;
}

/** A state that a qualification has from a day on. */
@Entity('qualification_fact')
export class QualificationFactRow {
  @Column('uuid') qualificationId!: string;
  @PrimaryColumn('uuid') institutionId!: string;
  @Column('text') side!: 'MEDICAL' | 'CARE';
  @Column('text') state!: string;
  @Column('date') effectiveOn!: string;
  /** Number of the event in the institution's stream: the later of two states of one day holds. */
  @PrimaryColumn('bigint') sequence!: number;
}

/** A cooperation agreement that both sides signed. */
@Entity('agreement_fact')
export class AgreementFactRow {
  @PrimaryColumn('uuid') agreementId!: string;
  @Column('uuid') careInstitutionId!: string;
  @Column('uuid') medicalInstitutionId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('date') signedOn!: string;
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('date', { nullable: true }) endedOn!: string | null;
}

/** A referral without the person. */
@Entity('referral_fact')
export class ReferralFactRow {
  @PrimaryColumn('uuid') referralId!: string;
  @Column('text') direction!: string;
  @Column('text') urgency!: string;
  @Column('char', { length: 6 }) fromRegion!: string;
  @Column('char', { length: 6 }) toRegion!: string;
  @Column('timestamptz') requestedAt!: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) rejectedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) completedAt!: Date | null;
}
