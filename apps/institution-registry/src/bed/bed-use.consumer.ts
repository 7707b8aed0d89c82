import { EVENT, TOPIC, type BedUseChangedV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { BedUseCopy } from './bed-use-copy.js';

/** Keeps how many beds are held, occupied and kept; who lies in them stays with referral. */
@Consumer({
  name: 'bed-use-copy',
  kind: 'copy',
  tables: ['bed_use_copy', 'bed_use_count_copy'],
  topics: [TOPIC.bedUse],
  ignore: [EVENT.bedUseReductionAnsweredV1],
})
export class BedUseConsumer {
  constructor(private readonly uses: BedUseCopy) {}

  @EventPattern<string>(EVENT.bedUseChangedV1)
  onChanged(@Payload() event: BedUseChangedV1, @Tx() tx: Tx): void {
    this.uses.changed(tx, event);
  }
}
