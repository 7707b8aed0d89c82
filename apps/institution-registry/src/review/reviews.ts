import { Injectable } from '@nestjs/common';
import { Clock, Deadlines, type Tx } from '@yiyang/persistence';
import { regionPrefix } from '@yiyang/standards';

export const REVIEW = 'institution.review';

const RULE = 'REG-01';

/** By then every replica has asked for the values again that it knew before (`Policies`). */
const POLICY_KNOWN_MILLISECONDS = 2000;

const request = (which: string) => `
  insert into deadline (id, kind, subject_id, rule, started_at, due_at)
  select uuidv7(), '${REVIEW}', id, '${RULE}', $2, $2 from (${which}) reviewed where id is not null order by id
  on conflict (kind, subject_id) do update set started_at = excluded.started_at, due_at = excluded.due_at,
    done_at = null, breached_at = null, paused_at = null, attempts = 0, next_try_at = null`;

// A host is judged by its units too, so what changes a unit changes its host.
const HOUSE = request('select $1::uuid as id union select host_id from institution where id = $1');
const DIVISION = request(`select id from institution where division like $1 || '%'`);

// Only rows that nobody holds: whoever holds one asks for that review himself, and the sweeper that asks here never waits.
const SERVED = `
  update deadline set due_at = $2, done_at = null, breached_at = null, attempts = 0, next_try_at = null where id in (
    select d.id from (
      select care_institution_id from agreement where medical_institution_id = $1 and status = 'SIGNED'
      union select care_institution_id from liaison_form where medical_institution_id = $1 and status = 'ACTIVE'
    ) served join deadline d on d.kind = '${REVIEW}' and d.subject_id = served.care_institution_id
    where not $3 or exists (
      select from finding f where f.institution_id = d.subject_id and f.status <> 'RESOLVED' and f.rule_id = any($4))
    for update of d skip locked)`;

/**
 * What is computed of an institution (integrated status, coverage, findings) is computed again when an input changed or
 * when a day comes on which an input begins or ends. Both are one row with an instant; the sweeper of one replica acts on it.
 */
@Injectable()
export class Reviews {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** An input has changed in this transaction: review the institution and its host right after the commit. */
  request(tx: Tx, institutionId: string): void {
    tx.write(HOUSE, [institutionId, this.clock.now()]);
  }

  /** A policy value of the division has changed in this transaction: review whom it may concern. */
  requestDivision(tx: Tx, division: string): void {
    const at = new Date(this.clock.now().getTime() + POLICY_KNOWN_MILLISECONDS);
    tx.write(DIVISION, [regionPrefix(division), at]);
  }

  /**
   * A medical institution was reviewed: so are the homes that have an agreement or a liaison form with it, if it cannot
   * serve them, or if by one of `rules` they were found not to be served.
   */
  requestServed(tx: Tx, medicalId: string, of: { canServe: boolean; rules: readonly string[] }): void {
    tx.write(SERVED, [medicalId, this.clock.now(), of.canServe, of.rules]);
  }

  /** Nothing changes by itself before `at`. */
  schedule(tx: Tx, institutionId: string, at: Date): void {
    const startedAt = this.clock.now();
    const deadline = { rule: RULE, clause: null, policyVersion: null };
    this.deadlines.start(tx, { ...deadline, kind: REVIEW, subjectId: institutionId, startedAt, dueAt: at });
  }
}
