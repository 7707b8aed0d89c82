import type { KafkaSettings } from '@yiyang/messaging';
import { parseMasterKeys, type MasterKey, type ServerSettings } from '@yiyang/persistence';

/** Everything a service process reads from its environment, checked at start. */
export interface ServiceConfig {
  readonly port: number;
  readonly host: string;
  readonly server: ServerSettings;
  readonly masterKeys: readonly MasterKey[];
  /** Signs the caller token between gateway and services. */
  readonly internalSecret: string;
  /** Keys of the access log are derived from it; at least 32 characters. */
  readonly auditSecret: string;
  /** Allows the movable business clock; never in production. */
  readonly development: boolean;

  /** Database names without prefix where they are not the service's own and `bus`; tests use them. */
  readonly database?: string;
  readonly busDatabase?: string;
  readonly kafka?: Pick<KafkaSettings, 'brokers' | 'sasl' | 'ssl' | 'prefix'>;
}

type Environment = Readonly<Record<string, string | undefined>>;

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
}

function portFrom(environment: Environment, fallback: number): number {
  const port = Number(environment['PORT'] ?? fallback);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('PORT is not a port number');
  return port;
}

/** How to reach Kafka; undefined when no broker is named, which means the PostgreSQL driver. */
export function kafkaFrom(environment: Environment): ServiceConfig['kafka'] {
  const { KAFKA_BROKERS: brokers, KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_SSL: ssl } = environment;
  const prefix = environment['KAFKA_PREFIX'];
  if (!brokers) return undefined;
  if (prefix && !/^[a-z0-9.-]{1,40}$/.test(prefix))
    throw new Error('KAFKA_PREFIX may hold up to 40 of a-z, 0-9, dot and hyphen');
  return {
    brokers: brokers.split(','),
    ssl: ssl === 'true',
    ...(prefix && { prefix }),
    ...(username && password && { sasl: { mechanism: 'scram-sha-512', username, password } }),
  };
}

/** Reads the configuration of a service; throws a sentence that names the variable at fault. */
export function readConfig(environment: Environment, defaultPort: number): ServiceConfig {
  const kafka = kafkaFrom(environment);
  return {
    port: portFrom(environment, defaultPort),
    host: environment['HOST'] ?? '127.0.0.1',
    server: {
      serverUrl: required(environment, 'DATABASE_URL'),
      roleSecret: required(environment, 'DATABASE_ROLE_SECRET'),
    },
    masterKeys: parseMasterKeys(required(environment, 'MASTER_KEYS')),
    internalSecret: required(environment, 'INTERNAL_TOKEN_SECRET'),
    auditSecret: required(environment, 'AUDIT_SECRET'),
    development: environment['NODE_ENV'] === 'development',
    ...(kafka && { kafka }),
  };
}
