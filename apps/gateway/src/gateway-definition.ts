import { accessMigrations } from '@yiyang/access';
import { messagingMigrations } from '@yiyang/messaging';
import { persistenceMigrations, type Migration } from '@yiyang/persistence';
import type { ServiceDefinition } from '@yiyang/service';
import { GATEWAY_PORT } from './config.js';
import { CreateClientTables1764000001500 } from './migrations/1764000001500-create-client-tables.js';
import { CreateOutwardLog1764000001510 } from './migrations/1764000001510-create-outward-log.js';
import { CreateOutwardSubscriber1764000001520 } from './migrations/1764000001520-create-outward-subscriber.js';
import { GATEWAY_REFUSALS } from './refusals.js';

/** Who the gateway is among the services. Its controllers and providers are those of `GatewayModule`. */
export const GATEWAY: ServiceDefinition = {
  name: 'gateway',
  port: GATEWAY_PORT,
  title: { zh: '医养数据交换平台', en: 'Yiyang Exchange' },
  migrations: [CreateClientTables1764000001500, CreateOutwardLog1764000001510, CreateOutwardSubscriber1764000001520],
  refusals: GATEWAY_REFUSALS,
  controllers: [],
  providers: [],
};

/** All migrations of the gateway's database. */
export const GATEWAY_MIGRATIONS: readonly Migration[] = [
  ...persistenceMigrations,
  ...messagingMigrations,
  ...accessMigrations,
  ...GATEWAY.migrations,
];
