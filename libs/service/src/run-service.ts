import { busMigrations, messagingMigrations } from '@yiyang/messaging';
import { accessMigrations } from '@yiyang/access';
import { createLogger, errorFields } from '@yiyang/observability';
import { migrate, persistenceMigrations, type Migration } from '@yiyang/persistence';
import { readConfig } from './config.js';
import { CreatePolicyCopy1764000000300 } from './policy/1764000000300-create-policy-copy.js';
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

/**
 * The `main` of a service. `main.js migrate` brings the database up to date and ends, `main.js` serves until SIGTERM
 * or SIGINT, `main.js migrate serve` does both. Ends with 1 when it cannot start.
 */
export async function runService(definition: ServiceDefinition): Promise<void> {
  const logger = createLogger(definition.name);
  try {
    const config = readConfig(process.env, definition.port);
    const steps = process.argv.slice(2);
    if (steps.includes('migrate')) {
      const ran = await migrate(config.server, definition.name, allMigrations(definition));
      if (!config.kafka) ran.push(...(await migrate(config.server, 'bus', busMigrations)));
      logger.info('database is up to date', { count: ran.length });
      if (!steps.includes('serve')) return;
    }
    const running = await startService(definition, config);
    const stop = (signal: string) => {
      logger.info('draining', { signal });
      setTimeout(() => process.exit(1), 25_000).unref();
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error('the drain failed', errorFields(error));
          process.exit(1);
        },
      );
    };
    process.once('SIGTERM', () => stop('SIGTERM'));
    process.once('SIGINT', () => stop('SIGINT'));
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const reason = inUse ? 'the port is in use' : error instanceof Error ? error.message : 'unknown';
    logger.error('the service cannot start', { reason, ...errorFields(error) });
    process.exit(1);
  }
}
