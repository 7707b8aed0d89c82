import { busMigrations } from '@yiyang/messaging';
import { createLogger, errorFields, type Logger } from '@yiyang/observability';
import { migrate, type Migration } from '@yiyang/persistence';
import type { ServiceConfig } from './config.js';

const DRAIN_MILLISECONDS = 25_000;

/** What a process of the platform is made of; `Config` is what it reads from its environment. */
export interface PlatformProcess<Config extends ServiceConfig> {
  readonly name: string;
  readonly migrations: readonly Migration[];
  readConfig(environment: NodeJS.ProcessEnv): Config;
  start(config: Config): Promise<{ stop(): Promise<void> }>;
}

/**
 * The `main` of a process. `main.js migrate` brings the database up to date and ends, `main.js` serves until SIGTERM or
 * SIGINT, `main.js migrate serve` does both. Ends with 1 when it cannot start or drain.
 */
export async function runProcess<Config extends ServiceConfig>(subject: PlatformProcess<Config>): Promise<void> {
  const logger = createLogger(subject.name);
  try {
    const config = subject.readConfig(process.env);
    const steps = process.argv.slice(2);
    if (steps.includes('migrate')) {
      const ran = await migrate(config.server, subject.name, subject.migrations);
      if (!config.kafka) ran.push(...(await migrate(config.server, 'bus', busMigrations)));
      logger.info('database is up to date', { count: ran.length });
      if (!steps.includes('serve')) return;
    }
    drainOnSignals(await subject.start(config), logger);
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const reason = inUse ? 'the port is in use' : error instanceof Error ? error.message : 'unknown';
    logger.error('the process cannot start', { reason, ...errorFields(error) });
    process.exit(1);
  }
}

function drainOnSignals(running: { stop(): Promise<void> }, logger: Logger): void {
  const stop = (signal: string) => {
    logger.info('draining', { signal });
    setTimeout(() => process.exit(1), DRAIN_MILLISECONDS).unref();
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
}
