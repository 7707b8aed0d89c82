import pino from 'pino';
import { currentContext } from './request-context.js';

/** The only fields a log line may carry: ids, codes and numbers. Everything else is dropped before it is formatted. */
export const LOGGABLE = [
  'service',
  'replica',
  'requestId',
  'correlationId',
  'causationId',
  'method',
  'route',
  'status',
  'milliseconds',
  'code',
  'rule',
  'clientId',
  'role',
  'topic',
  'eventType',
  'eventId',
  'aggregateId',
  'sequence',
  'consumer',
  'count',
  'attempt',
  'port',
  'migration',
  'error',
  'errorCode',
  'stack',
  'state',
  'reason',
  'signal',
  'driver',
] as const;

export type LogFields = Partial<Record<(typeof LOGGABLE)[number], string | number | boolean | undefined>>;

export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const allowed = new Set<string>(LOGGABLE);

function onlyAllowed(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => allowed.has(name) && value !== undefined));
}

/**
 * What may be said of an unexpected error: its class, its SQLSTATE or system code, and the code positions it passed.
 * The message stays out because database and parser messages quote the values they choked on.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const positions = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  return { error: error.name, errorCode: code, stack: positions.join('\n') };
}

// The only setting that must hold before any configuration has been read.
// eslint-disable-next-line no-restricted-properties
const LEVEL = process.env['LOG_LEVEL'] ?? 'info';

/** A logger whose lines are JSON on standard output, one per call, with the running work's request and correlation id. */
export function createLogger(service: string): Logger {
  const sink = pino({ base: { service, replica: process.pid }, level: LEVEL });
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) => {
      if (!sink.isLevelEnabled(level)) return;
      const context = currentContext();
      sink[level](
        onlyAllowed({ requestId: context?.requestId, correlationId: context?.correlationId, ...fields }),
        message,
      );
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
