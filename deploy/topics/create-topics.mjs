// Topics as code: makes every topic of the contracts that does not exist and says what it found. Existing topics are not
// changed. The services make missing topics too; run this first where partitions or copies differ from the defaults.
import { TOPIC } from '@yiyang/contracts';
import { KafkaBus } from '@yiyang/messaging';
import { createLogger, errorFields } from '@yiyang/observability';
import { kafkaFrom } from '@yiyang/service';

const TRIES = 30;
const WAIT_MS = 2000;

const logger = createLogger('topics');

function settings(environment) {
  const kafka = kafkaFrom(environment);
  if (!kafka) throw new Error('the environment variable KAFKA_BROKERS is not set');
  const partitions = positive(environment, 'KAFKA_TOPIC_PARTITIONS');
  const replicationFactor = positive(environment, 'KAFKA_TOPIC_REPLICATION');
  return { ...kafka, clientId: 'topics', partitions, replicationFactor };
}

function positive(environment, name) {
  if (!environment[name]) return undefined;
  const value = Number(environment[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is not a whole number above 0`);
  return value;
}

/** A broker that is starting refuses for a while. */
async function ensure(bus, topics) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await bus.ensureTopics(topics);
    } catch (error) {
      if (attempt === TRIES) throw error;
      logger.warn('the broker does not take topics yet', { attempt, ...errorFields(error) });
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}

let bus;
try {
  bus = new KafkaBus(settings(process.env), logger);
  const topics = Object.values(TOPIC);
  await ensure(bus, topics);
  logger.info('all topics exist', { count: topics.length });
} catch (error) {
  logger.error('the topics could not be made', { reason: error.message, ...errorFields(error) });
  process.exitCode = 1;
} finally {
  await bus?.stop();
}
