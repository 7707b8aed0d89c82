import type { BedKind, InstitutionSide } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Use } from './domain/bed-use.js';

/** One person's use of one bed. `period` and `tenure` are ranges of instants, written as PostgreSQL reads them. */
@Entity('bed_use')
export class BedUseRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') institutionId!: string;
  @Column('text') bedKind!: BedKind;
  @Column('text') side!: InstitutionSide;
  @Column('int') slot!: number;
  @Column('uuid') elderId!: string;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  @Column('text') use!: Use;
  @Column('boolean') isReserved!: boolean;
  @Column('timestamptz') useSince!: Date;
  /** From the hold to the release. */
  @Column('tstzrange') period!: string;
  /** The part in which the bed is the person's own, occupied or kept; null while only held. */
  @Column('tstzrange', { nullable: true }) tenure!: string | null;
  @Column('char', { length: 6 }) serviceRegion!: string;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
