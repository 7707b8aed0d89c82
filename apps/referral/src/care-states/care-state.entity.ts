import type { CareStage, CareState } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One interval of an elder's care state; `period` is a range of instants, open while the state lasts. */
@Entity('care_state')
export class CareStateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') elderId!: string;
  @Column('text') state!: CareState;
  @Column('text', { nullable: true }) stage!: CareStage | null;
  @Column('uuid', { nullable: true }) institutionId!: string | null;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  @Column('tstzrange') period!: string;
  @Column('char', { length: 6 }) serviceRegion!: string;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
