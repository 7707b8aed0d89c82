import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DesignationScheme, DesignationStatus } from './domain/designation.js';

/** A designation as it is stored; columns of steps not reached yet are null. */
@Entity('designation')
export class DesignationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') status!: DesignationStatus;
  @Column('text', { array: true }) schemes!: DesignationScheme[];
  @Column('date') appliedOn!: string;
  @Column('date', { nullable: true }) acceptedOn!: string | null;
  @Column('date', { nullable: true }) evaluationDueOn!: string | null;
  @Column('date', { nullable: true }) agreementDueOn!: string | null;
  @Column('date', { nullable: true }) evaluatedOn!: string | null;
  @Column('date', { nullable: true }) signedOn!: string | null;
  @Column('date', { nullable: true }) openedOn!: string | null;
  @Column('jsonb') activePeriods!: unknown;
  @Column('date', { nullable: true }) effectiveOn!: string | null;
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('int') version!: number;
}
