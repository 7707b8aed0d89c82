import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A complaint about an institution, and its reply. */
@Entity('complaint')
export class ComplaintRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') side!: string;
  @Column('text') complainantRole!: string;
  @Column('uuid', { nullable: true }) complainantOrganisationId!: string | null;
  @Column('uuid', { nullable: true }) complainantElderId!: string | null;
  @Column('text') topic!: string;
  @Column('bytea') textSealed!: Buffer;
  @Column('bytea', { nullable: true }) replySealed!: Buffer | null;
  @Column('timestamptz') filedAt!: Date;
  @Column('timestamptz', { nullable: true }) repliedAt!: Date | null;
  @Column('int') version!: number;
}
