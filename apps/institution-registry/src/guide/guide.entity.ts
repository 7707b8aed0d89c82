import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationPath } from '../application/domain/application-path.js';

/** One version of a guide for applicants. Rows only come; the latest version of the nearest division holds. */
@Entity('guide')
export class GuideRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') side!: 'MEDICAL' | 'CARE';
  /** Null for every kind of the side. */
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('text') path!: ApplicationPath;
  @Column('int') version!: number;
  @Column('jsonb') parts!: unknown;
  @Column('timestamptz') publishedAt!: Date;
}
