import { createLogger, errorFields } from '@yiyang/observability';
import { migrate } from '@yiyang/persistence';
import { busMigrations } from '@yiyang/messaging';
import { readGatewayConfig } from './config.js';
import { GATEWAY, GATEWAY_MIGRATIONS } from './gateway-definition.js';
import { startGateway } from './start-gateway.js';

const DRAIN_MILLISECONDS = 25_000;
const logger = createLogger(GATEWAY.name);

/** `main.js migrate` brings the database up to date and ends, `main.js` serves until SIGTERM or SIGINT, `main.js migrate serve` does both. */
async function main(): Promise<void> {
  const config = readGatewayConfig(process.env);
  const steps = process.argv.slice(2);
  if (steps.includes('migrate')) {
    const ran = await migrate(config.server, GATEWAY.name, GATEWAY_MIGRATIONS);
    if (!config.kafka) ran.push(...(await migrate(config.server, 'bus', busMigrations)));
    logger.info('database is up to date', { count: ran.length });
    if (!steps.includes('serve')) return;
  }
  const running = await startGateway(config);
  const stop = (signal: string) => {
    logger.info('draining', { signal });
    setTimeout(() => process.exit(1), DRAIN_MILLISECONDS).unref();
    running.stop().then(() => process.exit(0), cannot('the drain failed'));
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
}

const cannot = (message: string) => (error: unknown) => {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const reason = inUse ? 'the port is in use' : error instanceof Error ? error.message : 'unknown';
  logger.error(message, { reason, ...errorFields(error) });
  process.exit(1);
};

main().catch(cannot('the gateway cannot start'));
