import { correlationOf } from '../../tools/stack/api.ts';
import type { CallLog, LoggedAttempt } from './call-log.js';
import type { Databases } from './databases.js';

/** Computes and changes nothing, so there is nothing to store or to repeat. */
const COMPUTATION = '/v1/claims/pre-settle';

/** How the writes of a client's own log ended. */
export interface Ends {
  readonly acknowledged: readonly LoggedAttempt[];
  readonly refused: readonly LoggedAttempt[];
  readonly unknown: readonly LoggedAttempt[];
}

export function endsOf(log: CallLog): Ends {
  const lasts = [...log.writes().values()].flatMap((attempts) => attempts.slice(-1));
  const of = (outcome: LoggedAttempt['outcome']) =>
    lasts.filter((last) => last.outcome === outcome && last.path !== COMPUTATION);
  return { acknowledged: of('acknowledged'), refused: of('refused'), unknown: of('unknown') };
}

/**
 * Compares a client's log with the databases (I1 and I2 of the oracle) and tells in words what does not agree: a command
 * that was acknowledged without its effect or with two, one that was refused and has an effect all the same. The stored
 * answer and the audit entry count as the effect, because they are written in its transaction and nowhere else.
 */
export async function disagreements(log: CallLog, databases: Databases): Promise<string[]> {
  const { acknowledged, refused, unknown } = endsOf(log);
  const keys = await databases.everywhere<{ key: string }>('select key from idempotency_record');
  const entries = await databases.everywhere<{ correlation: string }>(
    `select correlation_id as correlation from audit_entry where outcome = 'ALLOWED' and action <> 'call.repeat'`,
  );
  const said = await databases.everywhere<{ correlation: string }>(
    `select envelope::json ->> 'correlationid' as correlation from outbox where topic <> 'yiyang.access.v1'`,
  );
  const stored = Map.groupBy(keys, ({ key }) => key);
  const audited = Map.groupBy(entries, ({ correlation }) => correlation);
  const told = new Set(said.map(({ correlation }) => correlation));
  const known = new Set([...acknowledged, ...unknown].map(({ key }) => key));
  return [
    ...unknown.map((call) => `never answered: ${nameOf(call)}`),
    ...acknowledged.flatMap((call) => {
      const effects = [stored.get(call.key ?? '')?.length, audited.get(correlation(call))?.length];
      return effects.every((count) => count === 1) ? [] : [`${effects.join(' and ')} effects of ${nameOf(call)}`];
    }),
    ...refused.filter((call) => told.has(correlation(call))).map((call) => `refused with effect: ${nameOf(call)}`),
    ...[...stored.keys()].filter((key) => !known.has(key)).map((key) => `an effect of nobody’s call ${key}`),
  ];
}

const correlation = ({ key }: LoggedAttempt): string => correlationOf(key ?? '');
const nameOf = ({ client, method, path, status, code }: LoggedAttempt): string =>
  `${client} ${method} ${path} ${status} ${code}`;
