import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BenefitTerms } from './domain/benefit-terms.js';
import type { SettlementRecord, StoredLine } from './claim-record.js';

/** A settled claim: the bill, the terms that held and what came out of them. */
@Entity('claim')
export class ClaimRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') elderId!: string;
  @Column('uuid') institutionId!: string;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  @Column('uuid', { nullable: true }) chainId!: string | null;
  @Column('text') scheme!: string;
  @Column('text') personType!: string;
  @Column('int') year!: number;
  @Column('date') admittedOn!: string;
  @Column('date') dischargedOn!: string;
  @Column('char', { length: 6 }) serviceRegion!: string;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
  @Column('text') status!: 'ADJUDICATED' | 'CANCELLED';
  @Column('jsonb') bill!: StoredLine[];
  @Column('jsonb') terms!: BenefitTerms;
  @Column('jsonb') settlement!: SettlementRecord;
  @Column('text') policyVersion!: string;
  @Column('timestamptz') adjudicatedAt!: Date;
  @Column('timestamptz', { nullable: true }) adjustedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('int') version!: number;
}

/** One line of the benefit ledger: what a settlement, adjustment or cancellation added to the year. Never changed. */
@Entity('benefit_entry')
export class BenefitEntryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') elderId!: string;
  @Column('int') year!: number;
  @Column('text') scheme!: string;
  @Column('uuid') claimId!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
  @Column('text') kind!: 'SETTLED' | 'ADJUSTED' | 'REVERSED';
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('timestamptz') recordedAt!: Date;
  @Column('int') admissions!: number;
  @Column('bigint') totalFen!: bigint;
  @Column('bigint') inScopeFen!: bigint;
  @Column('bigint') deductibleFen!: bigint;
  @Column('bigint') poolFen!: bigint;
  @Column('bigint') majorFen!: bigint;
  @Column('bigint') aidFen!: bigint;
  @Column('bigint') personFen!: bigint;
  @Column('bigint') cashFen!: bigint;
}
