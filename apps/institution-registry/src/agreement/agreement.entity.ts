import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementStatus } from './domain/agreement.js';

/** A cooperation agreement between a care and a medical institution. */
@Entity('agreement')
export class AgreementRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') careInstitutionId!: string;
  @Column('uuid') medicalInstitutionId!: string;
  @Column('text', { array: true }) types!: string[];
  @Column('text', { array: true }) items!: string[];
  @Column('text', { array: true }) mechanisms!: string[];
  @Column('text') content!: string;
  @Column('text') way!: string;
  @Column('text') cost!: string;
  @Column('text') duties!: string;
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') status!: AgreementStatus;
  @Column('timestamptz', { nullable: true }) careSignedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) medicalSignedAt!: Date | null;
  @Column('int') version!: number;
}
