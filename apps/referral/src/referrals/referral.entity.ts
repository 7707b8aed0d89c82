import type {
  BedKind,
  CareStage,
  CivilDate,
  InstitutionSide,
  ReferralIndication,
  ReferralUrgency,
} from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Destination, Direction, ReferralStatus } from './domain/referral.js';

/** A referral as stored; `referral_status_has_its_facts` sees that each status has the columns it tells of. */
@Entity('referral')
export class ReferralRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') chainId!: string;
  @Column('uuid', { nullable: true }) parentReferralId!: string | null;
  @Column('uuid', { nullable: true }) nextReferralId!: string | null;
  @Column('uuid') elderId!: string;
  @Column('text') direction!: Direction;
  @Column('text') urgency!: ReferralUrgency;
  @Column('text') stage!: CareStage;
  @Column('text', { array: true }) indications!: readonly ReferralIndication[];
  @Column('uuid', { nullable: true }) consentId!: string | null;
  @Column('uuid', { nullable: true }) agreementId!: string | null;
  @Column('text', { nullable: true }) bedKind!: BedKind | null;
  @Column('uuid') fromInstitutionId!: string;
  @Column('uuid') toInstitutionId!: string;
  @Column('text') toSide!: InstitutionSide;
  @Column('char', { length: 6 }) fromRegion!: string;
  @Column('char', { length: 6 }) toRegion!: string;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
  @Column('text') status!: ReferralStatus;
  @Column('jsonb', { nullable: true }) because!: unknown;
  @Column('timestamptz') requestedAt!: Date;
  @Column('timestamptz', { nullable: true }) answerDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answerMissedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('uuid', { nullable: true }) bedUseId!: string | null;
  /** The transfer plan, sealed: it may name an escort. */
  @Column('bytea', { nullable: true }) planSealed!: Buffer | null;
  @Column('timestamptz', { nullable: true }) departedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) arrivedAt!: Date | null;
  @Column('date', { nullable: true }) admittedOn!: CivilDate | null;
  @Column('date', { nullable: true }) dischargedOn!: CivilDate | null;
  @Column('text', { nullable: true }) destination!: Destination | null;
  @Column('text', { nullable: true }) dischargeStage!: CareStage | null;
  @Column('text', { nullable: true }) dischargeStandard!: string | null;
  @Column('uuid', { nullable: true }) summaryDocumentId!: string | null;
  @Column('timestamptz', { nullable: true }) completedAt!: Date | null;
  @Column('text', { nullable: true }) reasonCode!: string | null;
  /** When it was rejected, cancelled, expired or closed. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** When the papers of an emergency are due; null once they are there, or none are needed. */
  @Column('timestamptz', { nullable: true }) papersDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) papersMissedAt!: Date | null;
}
