import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EVENT, TOPIC, typesOf, type ReferralDispatchedV1 } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { currentContext, Health } from '@yiyang/observability';
import { Clock, newId } from '@yiyang/persistence';
import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { Messaging } from '../messaging.js';
import { silentLogger, Site, until } from '../testing/site.js';
import { Consumer, faultsOfConsumer } from './consumer.decorator.js';
import { EventOf, Tx } from './event-params.js';

const others = typesOf(TOPIC.referral).filter((type) => type !== EVENT.referralDispatchedV1);
const seen: { causationId: string | undefined; type: string }[] = [];
let refused: string | undefined;

@Consumer({ name: 'departures', kind: 'copy', tables: ['effect'], topics: [TOPIC.referral], ignore: others })
class DepartureConsumer {
  @EventPattern<string>(EVENT.referralDispatchedV1)
  onDispatched(@Payload() event: ReferralDispatchedV1, @Tx() tx: Tx, @EventOf() envelope: EventOf): void {
    seen.push({ causationId: currentContext()?.causationId, type: envelope.type });
    if (event.referralId === refused) throw refusal('NOT_ALLOWED_HERE');
    tx.write('insert into effect (consumer, aggregate_id, sequence) values ($1, $2, $3)', [
      'departures',
      event.referralId,
      envelope.sequence,
    ]);
  }
}

@Consumer({ name: 'letters', kind: 'reaction', topics: [TOPIC.referral], ignore: others })
class LetterConsumer {
  @EventPattern<string>(EVENT.referralDispatchedV1)
  async onDispatched(@Payload() event: ReferralDispatchedV1, @Tx() tx: Tx): Promise<void> {
    await tx.many('insert into effect (consumer, aggregate_id, sequence) values ($1, $2, 0)', [
      'letters',
      event.referralId,
    ]);
  }
}

@Module({ controllers: [DepartureConsumer, LetterConsumer] })
class ConsumersModule {}

@Consumer({ name: 'forgetful', kind: 'reaction', topics: [TOPIC.referral] })
class ForgetfulConsumer {
  @EventPattern<string>(EVENT.referralDispatchedV1)
  onDispatched(): void {
    throw new Error('never called');
  }
}

@Module({ controllers: [ForgetfulConsumer] })
class ForgetfulModule {}

describe('Nest handlers over our transport', () => {
  let site: Site;
  beforeAll(async () => (site = await Site.open('postgres', { testDatabase, kafkaBrokers })));
  afterAll(() => site.close());

  async function start(module: new () => object) {
    const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false });
    const messaging = new Messaging({
      service: 'settlement',
      database: site.consumer.database,
      bus: site.bus(),
      sealer: site.protection,
      clock: new Clock(),
      logger: silentLogger,
      health: new Health(),
    });
    messaging.connectConsumers(app);
    await app.init();
    return { app, messaging };
  }

  it('runs each consumer in a transaction of its own with payload, envelope and context', async () => {
    const { app, messaging } = await start(ConsumersModule);
    await messaging.start();
    const relay = site.relay();
    const referralId = newId();
    await site.say(referralId, site.outbox(relay));
    await until('both consumers acted', async () => {
      const acted = [await site.sequences('departures', referralId), await site.sequences('letters', referralId)];
      return acted.every((sequences) => sequences.length === 1);
    });
    const [row] = await site.producer.asSuperuser<{ event_id: string }>('select event_id from outbox');
    expect(seen).toEqual([{ causationId: row?.event_id, type: EVENT.referralDispatchedV1 }]);

    refused = newId();
    await site.say(refused, site.outbox(relay));
    await until('the refusal arrived unchanged', async () => (await site.held()).length === 1);
    expect(await site.held()).toMatchObject([{ state: 'DEAD', reason: 'NOT_ALLOWED_HERE', aggregateId: refused }]);
    expect(await site.sequences('letters', refused)).toHaveLength(1);
    await messaging.rebuild('departures');
    await until('the copy is back', async () => (await site.sequences('departures', referralId)).length === 1);
    await app.close();
    await messaging.stop();
  });

  it('does not start while a type is neither handled nor ignored', async () => {
    const { app, messaging } = await start(ForgetfulModule);
    await expect(messaging.start()).rejects.toThrow('must either handle or ignore');
    expect(faultsOfConsumer(ForgetfulConsumer)).toHaveLength(others.length);
    expect(faultsOfConsumer(DepartureConsumer)).toEqual([]);
    await app.close();
    await messaging.stop();
  });
});
