import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Aspect } from './aspects.js';

/** The state of one part of an institution from a day on, as it was known from an instant on. Rows only come. */
@Entity('institution_change')
export class InstitutionChangeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('text') aspect!: Aspect;
  /** What of the aspect: a bed kind, or the id of a qualification, an agreement, a price list. */
  @Column('text') subject!: string;
  @Column('date') effectiveOn!: string;
  /** Of the business clock. */
  @Column('timestamptz') recordedAt!: Date;
  @Column('jsonb') state!: unknown;
  /** Action of the policy table. */
  @Column('text') action!: string;
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('text') clientId!: string;
  @Column('text') role!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
}
