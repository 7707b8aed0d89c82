import type { CivilDate } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Relation } from './domain/relation.js';

/** Why an institution knows an elder. */
@Entity('elder_relation')
export class ElderRelationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') elderId!: string;
  @Column('uuid') institutionId!: string;
  @Column('text') relation!: Relation;
  /** What made it: the use of a bed; the institution itself where it registered the elder. */
  @Column('uuid') sourceId!: string;
  @Column('timestamptz') since!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}

/** The right of one institution to read one elder's record, opened by a referral. */
@Entity('read_grant')
export class ReadGrantRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') elderId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') institutionId!: string;
  @Column('timestamptz') openedAt!: Date;
  /** Last civil date on which it opens the record; null while the referral runs. */
  @Column('date', { nullable: true }) endsOn!: CivilDate | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
