import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A doctor or nurse who answers for the institution. */
export interface ResponsibleStaff {
  readonly name: string;
  readonly phone: string;
}

/** Who at a medical institution answers for a care institution. */
@Entity('liaison_form')
export class LiaisonFormRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') careInstitutionId!: string;
  @Column('uuid') medicalInstitutionId!: string;
  @Column('char', { length: 6 }) division!: string;
  @Column('jsonb') doctors!: readonly ResponsibleStaff[];
  @Column('jsonb') nurses!: readonly ResponsibleStaff[];
  @Column('text') serviceHours!: string;
  @Column('boolean') inOtherCounty!: boolean;
  /** Why the partner is in another county, where one was given. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') status!: 'ACTIVE' | 'ENDED';
  @Column('date') filledOn!: string;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('int') version!: number;
}
