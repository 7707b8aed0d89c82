import type { CivilDate, ConsentGiver, ConsentPurpose, DataClass, GuardianProof } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consent')
export class ConsentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') elderId!: string;
  @Column('text') giverKind!: 'ELDER' | 'GUARDIAN';
  @Column('text', { nullable: true }) relation!: Exclude<ConsentGiver, 'SELF'> | null;
  @Column('text', { nullable: true }) proof!: GuardianProof | null;
  @Column('text', { array: true }) recipients!: string[];
  @Column('text', { array: true }) purposes!: ConsentPurpose[];
  @Column('text', { array: true }) dataClasses!: DataClass[];
  /** Counts the consents of one elder, from 1. */
  @Column('int') consentVersion!: number;
  @Column('date') validFrom!: CivilDate;
  @Column('date', { nullable: true }) validTo!: CivilDate | null;
  @Column('timestamptz') givenAt!: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
