import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SoundValue } from './domain/proposed-values.js';

@Entity('policy_set')
export class PolicySetRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** Null for a template. */
  @Column('char', { length: 6, nullable: true }) division!: string | null;
  /** Of the values published last; 1 is the first. */
  @Column('int') version!: number;
}

/** When which version of a set was published, by whom and from what; append only. */
@Entity('policy_set_version')
export class PolicySetVersionRow {
  @PrimaryColumn('uuid') policySetId!: string;
  @PrimaryColumn('int') version!: number;
  @Column('timestamptz') publishedAt!: Date;
  /** Both null for what ships with the project. */
  @Column('text', { nullable: true }) clientId!: string | null;
  @Column('text', { nullable: true }) role!: string | null;
  @Column('uuid', { nullable: true }) draftId!: string | null;
  @Column('uuid', { nullable: true }) templateId!: string | null;
}

export type DraftStatus = 'DRAFT' | 'PUBLISHED' | 'DISCARDED';

@Entity('policy_draft')
export class PolicyDraftRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('char', { length: 6 }) division!: string;
  /** Version of the division's set that the draft was made on; 0 where there was none. */
  @Column('int') baseVersion!: number;
  @Column('text') status!: DraftStatus;
  @Column('jsonb') values!: readonly SoundValue[];
  @Column('int', { nullable: true }) publishedVersion!: number | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('text') clientId!: string;
  @Column('text') role!: string;
  @Column('int') version!: number;
}
