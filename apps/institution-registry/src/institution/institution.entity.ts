import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OperationState } from './domain/operation.js';
import type { QualificationState } from './domain/integrated-status.js';

/** An institution or a unit of one. */
@Entity('institution')
export class InstitutionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) creditCode!: string | null;
  @Column('text') kind!: string;
  @Column('text') side!: 'MEDICAL' | 'CARE';
  @Column('int', { nullable: true }) level!: number | null;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('char', { length: 6 }) division!: string;
  @Column('uuid', { nullable: true }) hostId!: string | null;
  @Column('text') ownership!: string;
  @Column('text') profitNature!: string;
  @Column('text') investmentOrigin!: string;
  /** Day from which the charter includes elder care (REG-08). */
  @Column('date', { nullable: true }) elderCareScopeFrom!: string | null;
  /** As the applicant declared it (REG-38). */
  @Column('boolean', { nullable: true }) careAreaSeparated!: boolean | null;
  /** Hospital that set this ward up (REG-58). */
  @Column('uuid', { nullable: true }) founderId!: string | null;
  @Column('text') operationState!: OperationState;
  @Column('date', { nullable: true }) startedOn!: string | null;
  /** First day of the state. */
  @Column('date', { nullable: true }) operationSince!: string | null;
  /** What was said last of the integrated status; readers compute it. */
  @Column('boolean') isIntegrated!: boolean;
  @Column('int') version!: number;
}

/** A filing or a licence. */
@Entity('qualification')
export class QualificationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('uuid') applicationId!: string;
  @Column('text') side!: 'MEDICAL' | 'CARE';
  @Column('text') path!: string;
  @Column('text') state!: QualificationState;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text', { nullable: true }) establishmentApprovalNo!: string | null;
  @Column('text', { nullable: true }) practiceRegistrationNo!: string | null;
  @Column('date') stateSince!: string;
  @Column('text', { nullable: true }) reasonCode!: string | null;
}

/** Beds of one kind. */
@Entity('bed_inventory')
export class BedInventoryRow {
  @PrimaryColumn('uuid') institutionId!: string;
  @PrimaryColumn('text') bedKind!: string;
  @Column('int') approved!: number;
  @Column('int') operating!: number;
  @Column('int') blocked!: number;
  /** Operating beds kept for the extremely poor. */
  @Column('int') reserved!: number;
  @Column('date') effectiveOn!: string;
}
