import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('elder')
export class ElderRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
  @Column('text') scheme!: string;
  @Column('text') personType!: string;
  @Column('int') birthYear!: number;
  /** `PersonDetails` under the person's own key. */
  @Column('bytea') sealed!: Buffer;
  @Column('uuid') registeredBy!: string;
  @Column('timestamptz') registeredAt!: Date;
}

@Entity('person_key')
export class PersonKeyRow {
  @PrimaryColumn('uuid') elderId!: string;
  @Column('text') keyId!: string;
  @Column('bytea') wrapped!: Buffer;
}

@Entity('match_case')
export class MatchCaseRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') elderId!: string;
  @Column('uuid') candidateId!: string;
  @Column('text') reason!: 'NAME_DIFFERS';
  @Column('text') state!: 'OPEN' | 'SAME_PERSON' | 'OTHER_PERSON';
  @Column('timestamptz') openedAt!: Date;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}

@Entity('elder_client')
export class ElderClientRow {
  @PrimaryColumn('text') clientId!: string;
  @Column('uuid') elderId!: string;
  @Column('timestamptz') boundAt!: Date;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}
