import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which institution a client acts for. */
@Entity('client_binding')
export class ClientBindingRow {
  @PrimaryColumn('text') clientId!: string;
  @Column('uuid') institutionId!: string;
  @Column('text') role!: 'CARE_INST' | 'MED_INST';
  @Column('timestamptz') boundAt!: Date;
}
