import { rlsContext, type Audit, type Caller } from '@yiyang/access';
import type { Database, Tx } from '@yiyang/persistence';

/**
 * Runs a read of personal data: the access entry is committed before the data leaves, and row-level security sees on
 * whose behalf the rows are read. `work` records the entry itself, because only it knows whose data it found.
 */
export class Disclosures {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  run<Result>(caller: Caller, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (tx) => {
      tx.actAs(rlsContext(caller));
      const result = await work(tx);
      this.audit.assertRecorded(tx);
      return result;
    });
  }
}
