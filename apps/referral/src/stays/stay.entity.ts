import type { InstitutionSide } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stay by its civil dates; `days` begins with the admission and ends before the day of discharge. */
@Entity('stay')
export class StayRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') elderId!: string;
  @Column('uuid') institutionId!: string;
  @Column('text') side!: InstitutionSide;
  @Column('uuid', { nullable: true }) bedUseId!: string | null;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  @Column('daterange') days!: string;
  @Column('char', { length: 6 }) serviceRegion!: string;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
