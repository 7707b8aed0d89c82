import { accessMigrations } from '@yiyang/access';
import { messagingMigrations } from '@yiyang/messaging';
import { persistenceMigrations, type Migration } from '@yiyang/persistence';
import { readConfig } from './config.js';
import { CreatePolicyCopy1764000000300 } from './policy/1764000000300-create-policy-copy.js';
import { runProcess } from './run-process.js';
import type { ServiceDefinition } from './service-definition.js';
import { startService } from './start-service.js';

/** Migrations of a service's database: those of every service, then its own. */
export function allMigrations(definition: ServiceDefinition): Migration[] {
  return [
    ...persistenceMigrations,
    ...messagingMigrations,
    ...accessMigrations,
    CreatePolicyCopy1764000000300,
    ...definition.migrations,
  ];
}

/** The `main` of a service. */
export function runService(definition: ServiceDefinition): Promise<void> {
  return runProcess({
    name: definition.name,
    migrations: allMigrations(definition),
    readConfig: (environment) => readConfig(environment, definition.port),
    start: (config) => startService(definition, config),
  });
}
