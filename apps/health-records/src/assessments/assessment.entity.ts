import type { CivilDate } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assessment')
export class AssessmentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') elderId!: string;
  @Column('uuid') assessorId!: string;
  @Column('text') scale!: string;
  @Column('text') scaleVersion!: string;
  @Column('date') assessedOn!: CivilDate;
  @Column('date') validTo!: CivilDate;
  @Column('int') level!: number;
  /** `AssessmentDetail` under the person's key. */
  @Column('bytea') sealed!: Buffer;
  @Column('text') policyVersion!: string;
  @Column('timestamptz') recordedAt!: Date;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
