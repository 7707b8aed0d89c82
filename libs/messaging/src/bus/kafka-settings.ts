import { Kafka, logLevel, type LogEntry, type SASLOptions } from 'kafkajs';
import type { Logger } from '@yiyang/observability';

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly ssl?: boolean;
  readonly sasl?: SASLOptions;
  /** Partitions of a topic that is made now; an existing one stays as it is. Default 6. */
  readonly partitions?: number;
  /** Copies of each partition of a topic that is made now. Default: the broker's. */
  readonly replicationFactor?: number;
  /** Put before every topic and group name, so that several platforms can share a cluster. Default none. */
  readonly prefix?: string;
  /** Whether missing topics are made; false where the account may not. Default true. */
  readonly createTopics?: boolean;
}

/** A client that answers quickly when the broker is away: waiting and trying again is our own business. */
export function kafkaClient(settings: KafkaSettings, logger: Logger): Kafka {
  return new Kafka({
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    ssl: settings.ssl ?? false,
    ...(settings.sasl && { sasl: settings.sasl }),
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 3 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => writeEntry(logger, entry),
  });
}

/** The client's own sentence and code. Its other fields hold stacks and, in debug, buffers: they stay out. */
function writeEntry(logger: Logger, { namespace, log }: LogEntry): void {
  const error = typeof log['error'] === 'string' ? log['error'].slice(0, 100) : undefined;
  logger.warn(`kafka client: ${log.message}`, {
    driver: 'kafka',
    ...(namespace && { code: namespace }),
    ...(error !== undefined && { reason: error }),
    ...(typeof log['topic'] === 'string' && { topic: log['topic'] }),
  });
}
