import { getMetadataArgsStorage } from 'typeorm';
import { snakeCase } from './rows.js';

/** A TypeORM entity class: the one place that says which columns a table has. */
export type Entity<Row> = new () => Row;

interface Table {
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
}

const tables = new Map<unknown, Table>();
const statements = new Map<string, string>();

/** Table and column names of an entity, from its decorators. */
export function tableOf(entity: Entity<unknown>): Table {
  const known = tables.get(entity);
  if (known) return known;
  const storage = getMetadataArgsStorage();
  const declared = storage.tables.find((table) => table.target === entity);
  if (!declared?.name) throw new Error(`${entity.name} has no @Entity('table_name')`);
  const columns = storage.columns.filter((column) => column.target === entity);
  const table = {
    name: declared.name,
    columns: new Map(
      columns.map((column) => [column.propertyName, column.options.name ?? snakeCase(column.propertyName)]),
    ),
  };
  tables.set(entity, table);
  return table;
}

function column(table: Table, property: string): string {
  const name = table.columns.get(property);
  if (name === undefined) throw new Error(`${table.name} has no column for ${property}`);
  return name;
}

function cached(key: string, build: () => string): string {
  let sql = statements.get(key);
  if (sql === undefined) statements.set(key, (sql = build()));
  return sql;
}

/** `insert into t (…) values (…)` for the given properties; `conflict` is appended as written. */
export function insertSql(entity: Entity<unknown>, properties: readonly string[], conflict = ''): string {
  const table = tableOf(entity);
  return cached(`i|${table.name}|${properties.join()}|${conflict}`, () => {
    const names = properties.map((property) => column(table, property)).join(', ');
    const places = properties.map((_, i) => `$${i + 1}`).join(', ');
    return `insert into ${table.name} (${names}) values (${places}) ${conflict}`.trim();
  });
}

/** `update t set … where key = …`; `version` among the keys is compared and raised by one. */
export function updateSql(entity: Entity<unknown>, keys: readonly string[], properties: readonly string[]): string {
  const table = tableOf(entity);
  return cached(`u|${table.name}|${keys.join()}|${properties.join()}`, () => {
    const set = properties.map((property, i) => `${column(table, property)} = $${i + 1}`);
    if (keys.includes('version')) set.push('version = version + 1');
    const where = keys.map((key, i) => `${column(table, key)} = $${properties.length + i + 1}`);
    return `update ${table.name} set ${set.join(', ')} where ${where.join(' and ')}`;
  });
}
