import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer } from 'kafkajs';
import { KafkaOffsets } from './kafka-offsets.js';

type Told = Parameters<Consumer['commitOffsets']>[0];

/** What kafkajs is to it: takes offsets, refuses them a number of times, and says when the group was joined anew. */
function aConsumer(refusals = 0) {
  const told: Told[] = [];
  let joined: () => void = () => undefined;
  const consumer = {
    events: { GROUP_JOIN: 'consumer.group_join' },
    on: (_: string, listener: () => void) => void (joined = listener),
    commitOffsets: async (offsets: Told) => {
      await sleep(5);
      if (refusals-- > 0) throw new Error('the coordinator moved');
      told.push(offsets);
    },
  } as unknown as Consumer;
  return { consumer, told, join: () => joined() };
}

describe('offsets told to Kafka', () => {
  it('are told together, the newest of each partition', async () => {
    const { consumer, told } = aConsumer();
    const offsets = new KafkaOffsets(consumer);
    offsets.reach('a', 0, 1n);
    offsets.reach('a', 0, 2n);
    offsets.reach('a', 1, 9n);
    await offsets.close();
    expect(told).toEqual([
      [
        { topic: 'a', partition: 0, offset: '2' },
        { topic: 'a', partition: 1, offset: '9' },
      ],
    ]);
  });

  it('are told again when the broker refused them, though nothing more happens, and then no more', async () => {
    const { consumer, told } = aConsumer(1);
    const offsets = new KafkaOffsets(consumer);
    offsets.reach('a', 0, 3n);
    await sleep(700);
    expect(told).toEqual([[{ topic: 'a', partition: 0, offset: '3' }]]);
    await offsets.close();
    expect(told).toHaveLength(1);
  });

  it('of a partition are told anew when it went on meanwhile', async () => {
    const { consumer, told } = aConsumer();
    const offsets = new KafkaOffsets(consumer);
    offsets.reach('a', 0, 3n);
    const closed = offsets.close();
    await sleep(1);
    offsets.reach('a', 0, 4n);
    await closed;
    await offsets.close();
    expect(told.flat().map(({ offset }) => offset)).toEqual(['3', '4']);
  });

  it('are not told when the group is joined anew, where a partition may be another’s, who is further; but they were reached', async () => {
    const { consumer, told, join } = aConsumer();
    const offsets = new KafkaOffsets(consumer);
    offsets.reach('a', 0, 3n);
    join();
    expect(offsets.reached('a', 0)).toBe(3n);
    await offsets.close();
    expect(told).toEqual([]);
  });
});
