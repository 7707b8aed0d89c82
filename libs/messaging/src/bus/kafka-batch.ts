import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Tx } from '@yiyang/persistence';
import type { KafkaOffsets } from './kafka-offsets.js';
import { StaleReader, type IncomingBatch, type Subscription } from './event-bus.js';

const MOST = 500;
// A rebuild takes the row for update, so transactions of the old generation end before it or fail after it.
const SAME_GENERATION = `
  select 1 from consumer_offset where consumer = $1 and topic = $2 and generation = $3 for share`;

export interface BatchParts {
  readonly subscription: Subscription;
  readonly offsets: KafkaOffsets;
  readonly prefix: string;
  readonly generation: number;
  readonly isMine: () => boolean;
}

/** What one fetch brought of one partition, in batches for `consume()`. */
export function* incomingBatches(payload: EachBatchPayload, parts: BatchParts): Generator<IncomingBatch> {
  const { batch } = payload;
  const { offsets, generation } = parts;
  const { consumer } = parts.subscription;
  const topic = batch.topic.slice(parts.prefix.length);
  const fresh = freshOf(payload, offsets);
  for (let from = 0; from < fresh.length; from += MOST) {
    const messages = fresh.slice(from, from + MOST);
    yield {
      topic,
      records: messages.map((message) => ({
        place: `${batch.partition}:${message.offset}`,
        sentAs: message.headers?.['ce_id']?.toString(),
        key: message.key?.toString(),
        value: message.value ?? Buffer.alloc(0),
      })),
      enter: (tx: Tx) => {
        tx.write(SAME_GENERATION, [consumer, topic, generation], (rows) => {
          if (rows !== 1) throw new StaleReader();
        });
      },
      committed: (through: number) => {
        const { offset } = messages[through] as KafkaMessage;
        payload.resolveOffset(offset);
        offsets.reach(batch.topic, batch.partition, BigInt(offset) + 1n);
        return Promise.resolve();
      },
      stillMine: async () => {
        if (!parts.isMine()) throw new StaleReader();
        // Failing, it says that the group changes: whoever gets the partition reads from the committed offset.
        await payload.heartbeat().catch(() => Promise.reject(new StaleReader()));
      },
    };
  }
}

/** Without what this process has applied already: a group that is joined anew goes back to what the broker was told last. */
function freshOf({ batch, resolveOffset }: EachBatchPayload, offsets: KafkaOffsets): readonly KafkaMessage[] {
  const { topic, partition, messages } = batch;
  const reached = offsets.reached(topic, partition);
  const fresh = messages.filter(({ offset }) => BigInt(offset) >= reached);
  if (fresh.length < messages.length) {
    resolveOffset(String(reached - 1n));
    offsets.reach(topic, partition, reached);
  }
  return fresh;
}
