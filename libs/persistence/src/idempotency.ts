import type { FieldProtection } from './field-protection.js';
import { settingsSql, type ActingContext, type Tx } from './tx.js';

/** Which call this is: the same three always mean the same call. */
export interface CallKey {
  readonly clientId: string;
  /** Method and route pattern, such as `POST /v1/referrals/:id/accept`. */
  readonly route: string;
  readonly key: string;
}

/** What was answered, byte for byte. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
  readonly etag?: string;
  readonly location?: string;
}

export type CallState =
  | { readonly state: 'NEW' }
  | { readonly state: 'IN_FLIGHT' }
  | { readonly state: 'ANSWERED'; readonly bodyHash: string; readonly answer: StoredAnswer };

interface Row {
  free: boolean;
  bodyHash: string | null;
  status: number;
  body: Buffer;
  etag: string | null;
  location: string | null;
}

// The lock is tried before the record is looked up. A call that finished in between is caught by the primary key.
const lookUp = (settings: string) => `
  select pg_try_advisory_xact_lock(hashtextextended($4, 0)) as free, r.body_hash, r.status, r.body, r.etag, r.location,
    ${settings}
  from (select 1) as always left join idempotency_record r on r.client_id = $1 and r.route = $2 and r.key = $3`;

const STORE = {
  insert: `insert into idempotency_record (client_id, route, key, body_hash, status, body, etag, location)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

const contextOf = (call: CallKey) => `${call.clientId}|${call.route}|${call.key}`;

/** Keeps answers in the effect's own transaction, so that a repeat can never act twice. Kept 7 days. */
export class IdempotencyStore {
  constructor(private readonly protection: FieldProtection) {}

  /** Locks the call, says for whom the transaction acts (see `Tx.actAs`), and finds what was answered before. */
  async look(tx: Tx, call: CallKey, context: ActingContext): Promise<CallState> {
    const params = [call.clientId, call.route, call.key, contextOf(call), ...Object.values(context)];
    const row = await tx.one<Row>(lookUp(settingsSql(context, 5)), params);
    if (row.bodyHash !== null) return { state: 'ANSWERED', bodyHash: row.bodyHash, answer: this.toAnswer(call, row) };
    return row.free ? { state: 'NEW' } : { state: 'IN_FLIGHT' };
  }

  store(tx: Tx, call: CallKey, bodyHash: string, answer: StoredAnswer): void {
    const sealed = this.protection.platformSeal('idempotency', Buffer.from(answer.body), contextOf(call));
    const { status, etag, location } = answer;
    tx.add(STORE, [call.clientId, call.route, call.key, bodyHash, status, sealed, etag ?? null, location ?? null]);
  }

  private toAnswer(call: CallKey, row: Row): StoredAnswer {
    const body = this.protection.platformOpen('idempotency', row.body, contextOf(call)).toString();
    return {
      status: row.status,
      body,
      ...(row.etag && { etag: row.etag }),
      ...(row.location && { location: row.location }),
    };
  }
}

/** True for the error of two transactions that stored the same call. */
export function isRepeatedCall(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === 'idempotency_record_pkey'
  );
}
