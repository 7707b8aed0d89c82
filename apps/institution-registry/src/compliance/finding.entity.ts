import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Resolution } from './domain/finding-changes.js';
import type { Severity } from './domain/verdict.js';

/** Something about an institution that a rule did not find in order, and what became of it. */
@Entity('finding')
export class FindingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('text') ruleId!: string;
  /** What of the institution; '' = the institution. At most one finding that is not resolved per rule and subject. */
  @Column('text') subject!: string;
  @Column('text') code!: string;
  @Column('text') severity!: Severity;
  @Column('text') status!: 'OPEN' | 'SUBSTITUTED' | 'RESOLVED';
  @Column('jsonb') expected!: unknown;
  @Column('jsonb') actual!: unknown;
  @Column('text') source!: string;
  @Column('text') clause!: string;
  @Column('text', { nullable: true }) policyVersion!: string | null;
  @Column('text', { array: true }) owners!: string[];
  @Column('text', { array: true }) copies!: string[];
  /** Both of the business clock. */
  @Column('timestamptz') raisedAt!: Date;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
  @Column('text', { nullable: true }) resolvedBecause!: Resolution | null;
}
