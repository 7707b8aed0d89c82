import { rlsContext, type Audit } from '@yiyang/access';
import { Refusal, refusal } from '@yiyang/decisions';
import { IdempotencyStore, isRepeatedCall, type Database, type FieldProtection, type Tx } from '@yiyang/persistence';
import { Answer } from './answer.js';
import type { Call } from './call.js';

/**
 * Runs a command: one transaction that holds the effect, its events, its audit entry and its answer, or nothing.
 * A repeat of an answered call returns the stored answer; of a running call it is refused.
 */
export class Commands {
  private readonly calls: IdempotencyStore;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly protection: FieldProtection,
  ) {
    this.calls = new IdempotencyStore(protection);
  }

  async run(call: Call, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    try {
      return await this.attempt(call, work);
    } catch (error) {
      // Another replica finished the same call between our look and our commit: its answer is there now.
      if (isRepeatedCall(error)) return this.attempt(call, work);
      throw error;
    }
  }

  /**
   * As `run`, for work that needs something before its transaction, such as a reference that is waited for. What the
   * preparation refuses counts only for a call that was not answered before: between a call and its repeat an elder may
   * have moved or a policy changed, and the repeat is answered as the call was. Who may not call any more gets no answer.
   */
  async runPrepared<Prepared>(
    call: Call,
    prepare: () => Promise<Prepared>,
    work: (tx: Tx, prepared: Prepared) => Promise<Answer>,
  ): Promise<Answer> {
    let prepared: Prepared;
    try {
      prepared = await prepare();
    } catch (refused) {
      if (!(refused instanceof Refusal) || refused.code === 'NOT_ALLOWED') throw refused;
      return this.attempt(call, () => Promise.reject(refused));
    }
    return this.run(call, (tx) => work(tx, prepared));
  }

  private attempt(call: Call, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    const callKey = { clientId: call.caller.clientId, route: call.route, key: call.key };
    return this.database.transaction(async (tx) => {
      const known = await this.calls.look(tx, callKey, rlsContext(call.caller));
      if (known.state === 'IN_FLIGHT') throw refusal('CALL_IN_FLIGHT');
      if (known.state === 'ANSWERED') {
        if (!this.fingerprints(call).includes(known.bodyHash)) throw refusal('IDEMPOTENCY_KEY_REUSED');
        this.audit.record(tx, call.caller, {
          action: 'call.repeat',
          resource: 'operation',
          outcome: 'ALLOWED',
          code: call.route,
        });
        return new Answer(known.answer.status, known.answer.body, known.answer.etag, known.answer.location);
      }
      const answer = await work(tx);
      this.audit.assertRecorded(tx);
      this.calls.store(tx, callKey, this.fingerprints(call)[0] as string, answer);
      return answer;
    });
  }

  /**
   * Keyed hashes of the body under each master key, the current one first: bodies may hold an id number, and what can be
   * enumerated must not be stored under a hash that anybody can compute.
   */
  private fingerprints(call: Call): string[] {
    return this.protection.blindIndexes('call', call.bodyHash).map((index) => index.value);
  }
}
