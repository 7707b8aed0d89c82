import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationStatus, Awaited, Side } from './domain/application.js';
import type { ApplicationPath } from './domain/application-path.js';

/** An application for a filing or a licence. */
@Entity('application')
export class ApplicationRow {
  @PrimaryColumn('uuid') id!: string;
  /** Id that the institution will have. */
  @Column('uuid') institutionId!: string;
  @Column('text') kind!: string;
  @Column('text') side!: Side;
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
  @Column('text', { nullable: true }) hostSide!: Side | null;
  /** Hospital that sets the ward up (REG-58). */
  @Column('uuid', { nullable: true }) founderId!: string | null;
  @Column('jsonb') beds!: unknown;
  @Column('text', { nullable: true }) channel!: string | null;
  @Column('text', { nullable: true }) externalCaseId!: string | null;
  @Column('jsonb') certificates!: unknown;
  /** Explained materials of a medical institution that opens elder care; null for everybody else. */
  @Column('jsonb', { nullable: true }) materials!: unknown;
  @Column('jsonb') flags!: unknown;
  @Column('boolean', { nullable: true }) careAreaSeparated!: boolean | null;
  @Column('text') status!: ApplicationStatus;
  @Column('text', { nullable: true }) awaits!: Awaited;
  /** What the applicant was told, once. */
  @Column('jsonb', { nullable: true }) supplement!: unknown;
  @Column('date', { nullable: true }) scopeChangedOn!: string | null;
  /** Role of whoever wrote it as a draft; while it is one nobody else sees it. */
  @Column('text', { nullable: true }) draftedBy!: string | null;
  /** Null while it is a draft. */
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  /** The first of two separate steps of an approval. */
  @Column('text', { nullable: true }) establishmentApprovalNo!: string | null;
  @Column('date', { nullable: true }) establishmentApprovedOn!: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('date', { nullable: true }) nearOn!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('jsonb', { nullable: true }) limitBecause!: unknown;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('text', { nullable: true }) legalBasis!: string | null;
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('int') version!: number;
}
