import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { json, tableOf, type Tx } from '@yiyang/persistence';
import { OPEN_STATUSES } from './domain/allowed.js';
import type { Referral, ReferralStatus } from './domain/referral.js';
import { ReferralRow } from './referral.entity.js';

const COLUMNS = [...tableOf(ReferralRow).columns.values()].map((name) => `r.${name}`).join(', ');
const SCOPE = {
  serviceRegion: ['r.from_region', 'r.to_region'],
  residenceRegion: 'r.residence_region',
  insuredRegion: 'r.insured_region',
  institution: ['r.from_institution_id', 'r.to_institution_id'],
  elder: 'r.elder_id',
};

/** What a status does not have yet is null in the row, and absent in the types that the decisions read. */
export type StoredReferral = Referral & Pick<ReferralRow, 'planSealed' | 'papersDueAt' | 'papersMissedAt'>;

export interface ReferralQuery {
  readonly inbox?: string | undefined;
  readonly outbox?: string | undefined;
  readonly status?: ReferralStatus | undefined;
  readonly before: string | null;
  readonly limit: number;
}

@Injectable()
export class ReferralRepository {
  /** The referral inside the grant, locked, in the version the caller has seen. What is not theirs is not there. */
  async getForUpdate(tx: Tx, id: string, grant: Grant, version: number | undefined): Promise<StoredReferral> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from referral r where r.id = $1 and ${rowFilter(grant, SCOPE, params)} for update`;
    const found = await tx.find<StoredReferral>(sql, params);
    if (!found) throw refusal('NOT_FOUND');
    if (version !== undefined && found.version !== version) throw refusal('VERSION_CHANGED');
    return found;
  }

  async get(tx: Tx, id: string, grant: Grant): Promise<StoredReferral> {
    const params: unknown[] = [id];
    const sql = `select ${COLUMNS} from referral r where r.id = $1 and ${rowFilter(grant, SCOPE, params)}`;
    const found = await tx.find<StoredReferral>(sql, params);
    if (!found) throw refusal('NOT_FOUND');
    return found;
  }

  /**
   * The referral, locked soon or not at all (SQLSTATE 55P03): for deadlines, which hold their own row already and try
   * again. A command holds the referral and may want the deadline, so waiting on would be waiting for each other.
   */
  findSoonForUpdate(tx: Tx, id: string): Promise<StoredReferral | undefined> {
    tx.write(`select set_config('lock_timeout', '200ms', true)`);
    return this.findForUpdate(tx, id);
  }

  /** For the platform itself: what an elder's other referrals must give way to. */
  findForUpdate(tx: Tx, id: string): Promise<StoredReferral | undefined> {
    return tx.find<StoredReferral>(`select ${COLUMNS} from referral r where r.id = $1 for update`, [id]);
  }

  /** The one open referral of an elder, locked. */
  findOpenForUpdate(tx: Tx, elderId: string): Promise<StoredReferral | undefined> {
    const open = OPEN_STATUSES.map((status) => `'${status}'`).join(', ');
    const sql = `select ${COLUMNS} from referral r where r.elder_id = $1 and r.status in (${open}) for update`;
    return tx.find<StoredReferral>(sql, [elderId]);
  }

  list(tx: Tx, grant: Grant, query: ReferralQuery): Promise<StoredReferral[]> {
    const params: unknown[] = [
      query.inbox ?? null,
      query.outbox ?? null,
      query.status ?? null,
      query.before,
      query.limit + 1,
    ];
    return tx.many<StoredReferral>(
      `select ${COLUMNS} from referral r
       where ($1::uuid is null or r.to_institution_id = $1) and ($2::uuid is null or r.from_institution_id = $2)
         and ($3::text is null or r.status = $3) and ($4::uuid is null or r.id < $4)
         and ${rowFilter(grant, SCOPE, params)}
       order by r.id desc limit $5`,
      params,
    );
  }

  insert(tx: Tx, referral: Referral, papersDueAt: Date | null): void {
    tx.insert(ReferralRow, { ...referral, because: referral.because && json(referral.because), papersDueAt });
  }

  /** Notes what the platform saw; no step of a party, so the version that they hold stays good. The row is locked. */
  note(
    tx: Tx,
    id: string,
    seen: Partial<Pick<ReferralRow, 'answerMissedAt' | 'papersDueAt' | 'papersMissedAt'>>,
  ): void {
    tx.update<ReferralRow>(ReferralRow, { id }, seen);
  }

  /** Writes what a step may change; guarded by the version that was read. */
  update(tx: Tx, referral: Referral, extra: Partial<ReferralRow> = {}): void {
    const { id, version, ...facts }: Partial<ReferralRow> & Pick<ReferralRow, 'id' | 'version'> = referral;
    const changes = Object.fromEntries(STEP_COLUMNS.map((name) => [name, facts[name]]));
    tx.update(ReferralRow, { id, version }, { ...changes, ...extra });
  }
}

/** Columns that steps fill in; what was requested never changes. */
const STEP_COLUMNS = [
  'status',
  'answerMissedAt',
  'acceptedAt',
  'bedUseId',
  'departedAt',
  'arrivedAt',
  'admittedOn',
  'dischargedOn',
  'destination',
  'dischargeStage',
  'dischargeStandard',
  'summaryDocumentId',
  'nextReferralId',
  'completedAt',
  'reasonCode',
  'endedAt',
] as const satisfies readonly (keyof ReferralRow)[];
