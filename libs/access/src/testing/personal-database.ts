import type { Database, Tx } from '@yiyang/persistence';
import { systemContext } from '../row-security.js';
import { RELATIONS, STAYS } from './personal-tables.js';

/** Writes the named stays of four divisions. */
export function fillPersonalTables(database: Database): Promise<void> {
  return database.transaction(async (tx) => {
    tx.actAs(systemContext('test'));
    for (const row of RELATIONS) tx.write('insert into elder_institution values ($1, $2, $3)', row);
    for (const row of STAYS) tx.write('insert into stay values ($1, $2, $3, $4, $5, $6)', row);
    for (const [, elder, , , residence] of STAYS) tx.write('insert into note values ($1, $2)', [elder, residence]);
  });
}

/** Names of the stays that a query finds. */
export async function staysIn(tx: Tx, where = 'true', params: readonly unknown[] = []): Promise<string[]> {
  const rows = await tx.many<{ name: string }>(`select name from stay s where ${where} order by name`, params);
  return rows.map((row) => row.name);
}
