import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One look at an elder's data in any service. */
@Entity('access_log')
export class AccessLogRow {
  @PrimaryColumn('uuid') entryId!: string;
  @Column('uuid') elderId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') role!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('char', { length: 6, nullable: true }) region!: string | null;
  @Column('text') purpose!: string;
  @Column('text') action!: string;
  @Column('text') outcome!: 'ALLOWED' | 'REFUSED';
  @Column('boolean') emergency!: boolean;
}
