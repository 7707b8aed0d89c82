import type { BedKind } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Beds that referral gives out no longer, because the registry may take them away. */
@Entity('bed_promise')
export class BedPromiseRow {
  @PrimaryColumn('uuid') bedChangeId!: string;
  @Column('uuid') institutionId!: string;
  @Column('text') bedKind!: BedKind;
  @Column('int') count!: number;
  @Column('timestamptz') promisedAt!: Date;
}
