import type { CivilDate } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed cooperation agreement. */
@Entity('agreement_copy')
export class AgreementCopyRow {
  @PrimaryColumn('uuid') agreementId!: string;
  @Column('uuid') careInstitutionId!: string;
  @Column('uuid') medicalInstitutionId!: string;
  @Column('text', { array: true }) types!: string[];
  @Column('date') validFrom!: CivilDate;
  @Column('date') validTo!: CivilDate;
  @Column('date', { nullable: true }) endedOn!: CivilDate | null;
  @Column('date', { nullable: true }) suspendedFrom!: CivilDate | null;
}
