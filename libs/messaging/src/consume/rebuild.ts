import type { Database } from '@yiyang/persistence';
import type { ConsumerDefinition } from './consumer-definition.js';

/**
 * Empties a copy and lets its consumer read everything again. One transaction: whoever reads the copy sees the old one
 * until the commit and then one that fills. Readers at work, in whatever replica, find their position moved, give up their
 * batch and begin at the beginning. Rows are deleted, not truncated, because the app role owns no table.
 */
export async function rebuild(database: Database, definition: ConsumerDefinition): Promise<void> {
  if (definition.kind !== 'copy')
    throw new Error(`${definition.name} is a reaction: it acts once and is never replayed`);
  const key = [definition.name];
  await database.transaction(async (tx) => {
    // A personal copy lies behind row-level security, which shows no row to nobody.
    tx.actAs({ system: definition.name });
    tx.write('update consumer_offset set position = 0, generation = generation + 1 where consumer = $1', key);
    // Same order as the retry of a held event takes its locks.
    tx.write('delete from held_event where consumer = $1', key);
    tx.write('delete from inbox_sequence where consumer = $1', key);
    tx.write('delete from inbox where consumer = $1', key);
    for (const table of definition.tables ?? []) tx.write(`delete from ${identifier(table)}`);
  });
}

function identifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no table name`);
  return name;
}
