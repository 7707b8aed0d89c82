import type { BedKind, CivilDate, InstitutionKind, InstitutionSide } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Operation } from './domain/institution.js';

@Entity('institution_copy')
export class InstitutionCopyRow {
  @PrimaryColumn('uuid') institutionId!: string;
  @Column('text') kind!: InstitutionKind;
  @Column('text') side!: InstitutionSide;
  @Column('int', { nullable: true }) level!: number | null;
  @Column('uuid', { nullable: true }) hostId!: string | null;
  @Column('char', { length: 6 }) division!: string;
}

@Entity('operation_copy')
export class OperationCopyRow {
  @PrimaryColumn('uuid') institutionId!: string;
  @Column('text') operationFrom!: Operation;
  @Column('text') operationTo!: Operation;
  @Column('date') effectiveOn!: CivilDate;
}

@Entity('qualification_copy')
export class QualificationCopyRow {
  @PrimaryColumn('uuid') qualificationId!: string;
  @Column('uuid') institutionId!: string;
  @Column('text') state!: string;
  @Column('date') effectiveOn!: CivilDate;
}

/** Inventory of one kind of bed; the registry owns it. */
@Entity('bed_inventory_copy')
export class BedInventoryCopyRow {
  @PrimaryColumn('uuid') institutionId!: string;
  @PrimaryColumn('text') bedKind!: BedKind;
  @Column('int') operating!: number;
  @Column('int') blocked!: number;
  @Column('int') reserved!: number;
}
