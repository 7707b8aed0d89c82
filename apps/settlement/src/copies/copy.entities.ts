import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy of an institution of the registry. */
@Entity('institution_copy')
export class InstitutionCopyRow {
  @PrimaryColumn('uuid') institutionId!: string;
  @Column('text') kind!: string;
  @Column('text') side!: 'MEDICAL' | 'CARE';
  @Column('int') level!: number;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('uuid', { nullable: true }) hostId!: string | null;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') operation!: string;
  @Column('date', { nullable: true }) operatingSince!: string | null;
}

/** Copy of a qualification (licence or filing). */
@Entity('qualification_copy')
export class QualificationCopyRow {
  @PrimaryColumn('uuid') qualificationId!: string;
  @Column('uuid') institutionId!: string;
  @Column('text') side!: 'MEDICAL' | 'CARE';
  @Column('text') state!: string;
  @Column('date') foundedOn!: string;
}

/** Copy of how an elder is insured and where. */
@Entity('elder_copy')
export class ElderCopyRow {
  @PrimaryColumn('uuid') elderId!: string;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
  @Column('text') scheme!: string;
  @Column('text') personType!: string;
}

/** Copy of a referral, as far as it links two stays. */
@Entity('referral_link')
export class ReferralLinkRow {
  @PrimaryColumn('uuid') referralId!: string;
  @Column('uuid') chainId!: string;
  @Column('uuid') elderId!: string;
  @Column('uuid', { nullable: true }) parentReferralId!: string | null;
  @Column('uuid', { nullable: true }) fromInstitutionId!: string | null;
  @Column('uuid') institutionId!: string;
  @Column('text') status!: 'OPEN' | 'COMPLETED' | 'CANCELLED';
  @Column('date', { nullable: true }) admittedOn!: string | null;
  @Column('date', { nullable: true }) dischargedOn!: string | null;
  @Column('uuid', { nullable: true }) nextReferralId!: string | null;
}
