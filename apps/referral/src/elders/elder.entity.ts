import type { CivilDate } from '@yiyang/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('elder_copy')
export class ElderCopyRow {
  @PrimaryColumn('uuid') elderId!: string;
  @Column('char', { length: 6 }) residenceRegion!: string;
  @Column('char', { length: 6 }) insuredRegion!: string;
}

/** An institution that registered, houses or has a contract with the elder. */
@Entity('elder_relation_copy')
export class ElderRelationCopyRow {
  @PrimaryColumn('uuid') elderId!: string;
  @PrimaryColumn('uuid') institutionId!: string;
  @PrimaryColumn('text') relation!: string;
}

@Entity('consent_copy')
export class ConsentCopyRow {
  @PrimaryColumn('uuid') consentId!: string;
  @Column('uuid') elderId!: string;
  @Column('text', { array: true }) recipients!: string[];
  @Column('text', { array: true }) purposes!: string[];
  @Column('date') validFrom!: CivilDate;
  @Column('date', { nullable: true }) validTo!: CivilDate | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

@Entity('document_copy')
export class DocumentCopyRow {
  @PrimaryColumn('uuid') documentId!: string;
  @Column('uuid') elderId!: string;
  @Column('text') documentType!: string;
  @Column('uuid') institutionId!: string;
  @Column('uuid', { nullable: true }) referralId!: string | null;
}
