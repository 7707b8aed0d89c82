import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { newId, type Tx } from '@yiyang/persistence';
import { regionsOf, type Regions } from '../people/domain/person.js';
import type { Relation } from './domain/relation.js';
import { ElderRelationRow } from './relation.entity.js';

export interface NewRelation {
  readonly elderId: string;
  readonly institutionId: string;
  readonly relation: Relation;
  readonly sourceId: string;
  readonly since: Date;
}

const IS_THERE = `
  select 1 as found from elder_relation
  where elder_id = $1 and institution_id = $2 and relation = $3 and source_id = $4`;

/** Which institutions have to do with which elders. */
@Injectable()
export class RelationRepository {
  constructor(private readonly outbox: Outbox) {}

  /** Links once; a repeat changes nothing and says nothing. */
  async link(tx: Tx, regions: Regions, tie: NewRelation): Promise<void> {
    const { elderId, institutionId, relation, sourceId } = tie;
    if (!(await tx.find(IS_THERE, [elderId, institutionId, relation, sourceId]))) this.add(tx, regions, tie);
  }

  /** Links an elder who cannot be linked yet. */
  add(tx: Tx, regions: Regions, { elderId, institutionId, relation, sourceId, since }: NewRelation): void {
    const tie = { elderId, institutionId, relation };
    tx.insert(ElderRelationRow, { id: newId(), ...tie, sourceId, since, ...regionsOf(regions) });
    this.outbox.publish(tx, EVENT.elderInstitutionLinkedV1, elderId, tie, { regioncode: regions.residenceRegion });
  }

  /** Ends what this source made. */
  end(tx: Tx, sourceId: string, at: Date): void {
    tx.write('update elder_relation set ended_at = $2 where source_id = $1 and ended_at is null', [sourceId, at]);
  }
}
