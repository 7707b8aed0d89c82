import { systemContext } from '@yiyang/access';
import { EVENT, TOPIC, type BedUseChangedV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { ElderRepository } from '../people/elder.repository.js';
import { SERVICE } from '../service-name.js';
import { relationByBed } from './domain/relation.js';
import { RelationRepository } from './relation.repository.js';

/** Links an elder with the institution whose bed is theirs, as long as it is. */
@Consumer({
  name: 'residents',
  kind: 'reaction',
  topics: [TOPIC.bedUse],
  ignore: [EVENT.bedUseReductionAnsweredV1],
})
export class ResidentConsumer {
  constructor(
    private readonly elders: ElderRepository,
    private readonly relations: RelationRepository,
  ) {}

  @EventPattern<string>(EVENT.bedUseChangedV1)
  async onChanged(@Payload() event: BedUseChangedV1, @Tx() tx: Tx): Promise<void> {
    const { bedUseId: sourceId, elderId, institutionId, use } = event;
    const relation = relationByBed(event.bedKind);
    if (!relation || use === 'HELD') return;
    const since = new Date(event.from);
    tx.actAs(systemContext(SERVICE));
    if (use === 'RELEASED') return this.relations.end(tx, sourceId, since);
    const regions = await this.elders.regions(tx, elderId);
    await this.relations.link(tx, regions, { elderId, institutionId, relation, sourceId, since });
  }
}
