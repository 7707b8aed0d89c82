import { Refusal } from '@yiyang/decisions';

/**
 * What an error of a handler means for its event. `passing`: the same will work later, so everything behind waits.
 * `not-yet`: an id that this service's copy does not know yet. `refused`: a rule said no, for ever. `unexpected`: a
 * bug, or data nobody thought of; it gets some tries.
 */
export type Failure = { kind: 'passing' } | { kind: 'not-yet' | 'refused' | 'unexpected'; reason: string };

/** Tries after which an unexpected failure is a dead letter. */
export const MOST_TRIES = 5;

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
// Connection exceptions, insufficient resources, operator intervention, serialization failure, deadlock.
const PASSING_SQLSTATE = /^(08...|53...|57P0.|40001|40P01)$/;
// The driver says these without a code.
const DRIVER =
  /^(Connection terminated|Client was closed|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export function failureOf(error: unknown): Failure {
  if (error instanceof Refusal)
    return { kind: error.code === 'UNKNOWN_REFERENCE' ? 'not-yet' : 'refused', reason: error.code };
  if (!(error instanceof Error)) return { kind: 'unexpected', reason: 'THROWN_VALUE' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (PASSING_SQLSTATE.test(code) || NETWORK.has(code) || DRIVER.test(error.message)) return { kind: 'passing' };
  // Class and SQLSTATE only: messages of databases and parsers quote values.
  return { kind: 'unexpected', reason: `FAILED ${error.name}${code ? ` ${code}` : ''}`.slice(0, 100) };
}
