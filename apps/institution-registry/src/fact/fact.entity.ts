import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactTypeCode } from './domain/fact-types.js';
import type { FactValue } from './domain/state-fact.js';

/** Something stated about an institution, with the days on which it holds. */
@Entity('institution_fact')
export class FactRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') type!: FactTypeCode;
  /** What of the type; facts of one subject exclude each other on one day. */
  @Column('text') subject!: string;
  @Column('jsonb') value!: FactValue;
  /** Its coded content, for counting. */
  @Column('text', { array: true }) codes!: string[];
  @Column('uuid', { nullable: true }) partnerId!: string | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  /** Stated by mistake: it holds on no day. */
  @Column('boolean') retracted!: boolean;
  /** Of the business clock. */
  @Column('timestamptz') recordedAt!: Date;
  @Column('text') clientId!: string;
  @Column('text') role!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  /** When and why it was ended, replaced or retracted; who did it is in the history. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('int') version!: number;
}
