import type { CivilDate } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('institution_copy')
export class InstitutionCopyRow {
  @PrimaryColumn('uuid') institutionId!: string;
  @Column('text') kind!: string;
  @Column('text') side!: 'MEDICAL' | 'CARE';
  @Column('char', { length: 6 }) division!: string;
  @Column('uuid', { nullable: true }) hostId!: string | null;
}

@Entity('assessor_copy')
export class AssessorCopyRow {
  @PrimaryColumn('uuid') assessorId!: string;
  @Column('uuid') organisationId!: string;
  @Column('date') validFrom!: CivilDate;
  @Column('date') validTo!: CivilDate;
  @Column('char', { length: 6 }) division!: string;
}
