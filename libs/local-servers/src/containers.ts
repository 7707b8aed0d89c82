import type { StartedTestContainer } from 'testcontainers';
import { freePort } from './ports.js';

/** Whether testcontainers finds an engine that answers. */
export async function containersAvailable(): Promise<boolean> {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    await getContainerRuntimeClient();
    return true;
  } catch {
    // No engine, or a Node that testcontainers does not load on: both mean that local processes are used.
    return false;
  }
}

export async function postgresContainer(): Promise<{ url: string; stop(): Promise<void> }> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer('postgres:18')
    .withEnvironment({ POSTGRES_USER: 'yiyang_admin', POSTGRES_PASSWORD: 'container-for-tests' })
    .withCommand([
      'postgres',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
      '-c',
      'shared_preload_libraries=pg_stat_statements',
    ])
    .withExposedPorts(5432)
    // It starts twice: once for itself to initialise, then for us.
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
    .start();
  const url = `postgresql://yiyang_admin:container-for-tests@${addressOf(container, 5432)}/postgres`;
  return { url, stop: stopper(container) };
}

/** The port is chosen beforehand because the broker has to advertise it. */
export async function kafkaContainer(): Promise<{ brokers: string; stop(): Promise<void> }> {
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  const port = await freePort();
  const brokers = `${(await getContainerRuntimeClient()).info.containerRuntime.host}:${port}`;
  const container = await new GenericContainer('apache/kafka:4.1.0')
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${brokers}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    })
    .withExposedPorts({ container: 9092, host: port })
    .withWaitStrategy(Wait.forLogMessage('Kafka Server started'))
    .start();
  return { brokers, stop: stopper(container) };
}

export async function redisContainer(): Promise<{ url: string; stop(): Promise<void> }> {
  const { GenericContainer } = await import('testcontainers');
  const container = await new GenericContainer('redis:7').withExposedPorts(6379).start();
  return { url: `redis://${addressOf(container, 6379)}`, stop: stopper(container) };
}

function addressOf(container: StartedTestContainer, port: number): string {
  return `${container.getHost()}:${container.getMappedPort(port)}`;
}

function stopper(container: StartedTestContainer): () => Promise<void> {
  return async () => void (await container.stop());
}
