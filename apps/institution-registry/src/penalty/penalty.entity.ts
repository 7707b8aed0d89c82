import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One decision about bad practice of an institution. Rows only come. */
@Entity('penalty')
export class PenaltyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') conduct!: string;
  @Column('text') penalty!: string;
  @Column('text') legalBasis!: string;
  @Column('date') decidedOn!: string;
  /** Last day of the listing; null for one without an end. */
  @Column('date', { nullable: true }) listedTo!: string | null;
}
