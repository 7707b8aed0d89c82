import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of an institution's liaison ledger (对接服务联系台账); append only. */
@Entity('ledger_entry')
export class LedgerEntryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('uuid') counterpartId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') elderId!: string;
  /** The same in the entries of both sides. */
  @Column('uuid') correlationId!: string;
  @Column('text') direction!: 'IN' | 'OUT';
  @Column('timestamptz') handedOverAt!: Date;
  @Column('char', { length: 6 }) serviceRegion!: string;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
