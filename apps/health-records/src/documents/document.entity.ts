import type { RecordDocumentType } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a document; versions are added and never changed. */
@Entity('document')
export class DocumentRow {
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('int') version!: number;
  @Column('uuid') elderId!: string;
  @Column('text') type!: RecordDocumentType;
  @Column('uuid') institutionId!: string;
  @Column('uuid', { nullable: true }) referralId!: string | null;
  /** The institution's own number of the document. */
  @Column('text') sourceId!: string;
  /** `Sections` under the person's key. */
  @Column('bytea') sealed!: Buffer;
  @Column('timestamptz') addedAt!: Date;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
