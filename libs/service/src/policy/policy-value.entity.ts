import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One published policy value in this service's copy. */
@Entity('policy_value')
export class PolicyValueRow {
  @PrimaryColumn('uuid') policySetId!: string;
  @PrimaryColumn('text') key!: string;
  @PrimaryColumn('int') version!: number;
  /** Null for a template that is bound to no division. */
  @Column('char', { length: 6, nullable: true }) division!: string | null;
  @Column('jsonb') value!: unknown;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') document!: string;
  @Column('text') clause!: string;
}
