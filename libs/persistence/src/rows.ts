import { createHash } from 'node:crypto';
import pg from 'pg';

type Parse = (text: string) => unknown;

/** Civil dates stay strings, 64-bit integers become bigint (money is fen), everything else as the driver has it. */
const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, (text) => BigInt(text)],
]);

export const rowTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parse =>
    PARSERS.get(oid) ?? (pg.types.getTypeParser(oid, format ?? 'text') as Parse),
};

const camelNames = new Map<string, string>();
const statementNames = new Map<string, string>();

/** `requested_at` → `requestedAt`. */
export function camelCase(column: string): string {
  let name = camelNames.get(column);
  if (name === undefined)
    camelNames.set(column, (name = column.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase())));
  return name;
}

/** `requestedAt` → `requested_at`. */
export function snakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
}

/** One name per SQL text, so that the server parses and plans each statement once per connection. */
export function statementName(sql: string): string {
  let name = statementNames.get(sql);
  if (name === undefined) statementNames.set(sql, (name = createHash('sha256').update(sql).digest('hex').slice(0, 32)));
  return name;
}

/** A query whose rows come as arrays; `toObjects` gives them camelCase names. */
export function namedQuery(sql: string, params: readonly unknown[]): pg.QueryArrayConfig {
  return { name: statementName(sql), text: sql, values: params as unknown[], rowMode: 'array', types: rowTypes };
}

/** Rows as objects with camelCase keys. */
export function toObjects<Row>(result: pg.QueryArrayResult): Row[] {
  const names = result.fields.map((field) => camelCase(field.name));
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) row[names[i] as string] = values[i];
    return row as Row;
  });
}

declare global {
  interface BigInt {
    toJSON(): number;
  }
}

// Money in fen and versions lie far below 2^53. A replacer would do the same and make every answer several times slower.
BigInt.prototype.toJSON = function toJSON(this: bigint) {
  return Number(this);
};

/**
 * A value as JSON text, 64-bit integers as numbers. For `jsonb` columns too: the driver would turn JavaScript arrays into
 * PostgreSQL arrays.
 */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
