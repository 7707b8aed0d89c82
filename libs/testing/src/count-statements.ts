import type { Database } from '@yiyang/persistence';

/** Statements that `work` sends through the database, in order. */
export async function statementsOf(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const before = database.onStatement;
  database.onStatement = (sql) => {
    sent.push(sql);
    before(sql);
  };
  try {
    await work();
  } finally {
    database.onStatement = before;
  }
  return sent;
}
