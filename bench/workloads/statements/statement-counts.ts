import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../../measure/percentile.ts';
import type { SentStatement } from './probe.ts';
import type { RecordedCall } from './recorded-story.ts';

/** Statements that open, close or name a transaction rather than do something in it. */
const FRAME = /^\s*(begin|commit|rollback|select set_config)/i;

/** Everything the probes wrote. */
export function readStatements(folder: string): SentStatement[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as SentStatement),
  );
}

/** Table rows: step, call, answer, number of calls, service, statements, of them work, round trips, gateway's own. */
export function statementRows(calls: readonly RecordedCall[], sent: readonly SentStatement[]): string[][] {
  const byRequest = Map.groupBy(
    sent.filter(({ requestId }) => requestId !== undefined),
    ({ requestId }) => requestId,
  );
  const groups = Map.groupBy(calls, ({ step, route, status }) => `${step}|${route}|${status}`);
  return [...groups.values()].map((same) => {
    const [{ step, route, status }] = same as [RecordedCall];
    const ofCalls = same.map(({ requestId }) => byRequest.get(requestId) ?? []);
    const count = (keep: (statement: SentStatement) => boolean) =>
      spread(ofCalls.map((statements) => statements.filter(keep).length));
    const inService = ({ service }: SentStatement) => service !== 'gateway';
    const [service = ''] = new Set(
      ofCalls
        .flat()
        .filter(inService)
        .map((statement) => statement.service),
    );
    return [
      ...[String(step), `\`${route}\``, String(status), String(same.length), service],
      count(inService),
      count((statement) => inService(statement) && !FRAME.test(statement.sql)),
      count((statement) => inService(statement) && statement.waited),
      count((statement) => !inService(statement)),
    ];
  });
}

/** `5`, or `5 (4–7)` when the calls of one route differ. */
function spread(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(least) : `${median(counts)} (${least}–${most})`;
}
