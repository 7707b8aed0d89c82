import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A listed assessor; the register keeps the certificate, not the name. */
@Entity('assessor')
export class AssessorRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') certificateNo!: string;
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('int') version!: number;
}
