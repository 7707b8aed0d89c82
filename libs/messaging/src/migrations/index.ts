import type { Migration } from '@yiyang/persistence';
import { CreateMessagingTables1764000000100 } from './1764000000100-create-messaging-tables.js';
import { CreateBusTopics1764000000150 } from './1764000000150-create-bus-topics.js';

/** Outbox, inbox and held events; part of every service's migrations. */
export const messagingMigrations: readonly Migration[] = [CreateMessagingTables1764000000100];

/** The database `yiyang_bus` of the postgres driver. A new topic needs a migration of its own here. */
export const busMigrations: readonly Migration[] = [CreateBusTopics1764000000150];
