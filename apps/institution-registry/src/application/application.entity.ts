import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationStatus } from './domain/application.js';
import type { ApplicationPath } from './domain/application-path.js';

/** An application for a filing or a licence. */
@Entity('application')
export class ApplicationRow {
  @PrimaryColumn('uuid') id!: string;
  /** Id that the institution will have. */
  @Column('uuid') institutionId!: string;
  @Column('text') kind!: string;
  @Column('text') side!: 'MEDICAL' | 'CARE';
  @Column('text') path!: ApplicationPath;
  @Column('jsonb') pathBecause!: unknown;
  @Column('int', { nullable: true }) level!: number | null;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) creditCode!: string | null;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') ownership!: string;
  @Column('text') profitNature!: string;
  @Column('text') investmentOrigin!: string;
  @Column('uuid', { nullable: true }) hostId!: string | null;
  @Column('jsonb') beds!: unknown;
  @Column('text') status!: ApplicationStatus;
  @Column('timestamptz') submittedAt!: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('text', { nullable: true }) legalBasis!: string | null;
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('int') version!: number;
}
