import { Injectable } from '@nestjs/common';
import type { Tx } from '@yiyang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('care_relation')
class CareRelationRow {
  /** The referral or the use of a bed. */
  @PrimaryColumn('uuid') becauseOf!: string;
  @Column('text') kind!: 'REFERRAL' | 'BED';
  @Column('uuid') institutionId!: string;
  @Column('uuid') elderId!: string;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}

export type CareRelation = Pick<CareRelationRow, 'becauseOf' | 'kind' | 'institutionId' | 'elderId'>;

/** Which institutions have to do with an elder because of what happened here: a referral to them, or a bed of theirs. */
@Injectable()
export class CareRelations {
  open(tx: Tx, relation: CareRelation): void {
    tx.insert(CareRelationRow, relation, 'on conflict do nothing');
  }

  end(tx: Tx, becauseOf: string, at: Date): void {
    tx.write('update care_relation set ended_at = $2 where because_of = $1 and ended_at is null', [becauseOf, at]);
  }

  /** Ends what the elder's other referrals opened, when a new institution has taken over. */
  endOtherReferrals(tx: Tx, elderId: string, exceptReferralId: string, at: Date): void {
    tx.write(
      `update care_relation set ended_at = $3
       where elder_id = $1 and because_of <> $2 and kind = 'REFERRAL' and ended_at is null`,
      [elderId, exceptReferralId, at],
    );
  }
}
