import { Injectable } from '@nestjs/common';
import type {
  ElderRegisteredV1,
  InstitutionFiledV1,
  InstitutionLicensedV1,
  InstitutionOperationChangedV1,
  InstitutionQualificationChangedV1,
  InstitutionRegistrationChangedV1,
  ReferralCompletedV1,
  ReferralRequestedV1,
} from '@yiyang/contracts';
import { Database, type Tx } from '@yiyang/persistence';
import { ElderCopyRow, InstitutionCopyRow, QualificationCopyRow, ReferralLinkRow } from './copy.entities.js';

/** An institution with the day from which its own medical qualification counts, null while it has none that is live. */
export type KnownInstitution = InstitutionCopyRow & { readonly foundedOn: string | null };

const FIND_INSTITUTION = `
  select i.*, (select min(q.founded_on) from qualification_copy q
    where q.institution_id = i.institution_id and q.side = 'MEDICAL' and q.state = 'ACTIVE') as founded_on
  from institution_copy i where i.institution_id = $1`;

/** Copies of what other services say. */
@Injectable()
export class CopyRepository {
  constructor(private readonly database: Database) {}

  findInstitution(institutionId: string): Promise<KnownInstitution | undefined> {
    return this.database.find<KnownInstitution>(FIND_INSTITUTION, [institutionId]);
  }

  findElder(elderId: string): Promise<ElderCopyRow | undefined> {
    return this.database.find<ElderCopyRow>('select * from elder_copy where elder_id = $1', [elderId]);
  }

  /** All links of an elder's referrals that are known. */
  linksOf(tx: Tx, elderId: string): Promise<ReferralLinkRow[]> {
    return tx.many<ReferralLinkRow>('select * from referral_link where elder_id = $1', [elderId]);
  }

  findLink(tx: Tx, referralId: string): Promise<ReferralLinkRow | undefined> {
    return tx.find<ReferralLinkRow>('select * from referral_link where referral_id = $1', [referralId]);
  }

  /** A qualification that was filed or licensed; the first one makes the institution known. */
  qualify(tx: Tx, event: InstitutionFiledV1 | InstitutionLicensedV1, foundedOn: string): void {
    const { institutionId, qualificationId, side, kind, division } = event;
    const grade = 'grade' in event ? (event.grade ?? null) : null;
    const institution = {
      institutionId,
      kind,
      side,
      level: event.level ?? 0,
      grade,
      hostId: event.hostId ?? null,
      division,
    };
    tx.insert(
      InstitutionCopyRow,
      { ...institution, operation: 'NOT_STARTED' },
      `on conflict (institution_id) do update set
         level = case when excluded.side = 'MEDICAL' then excluded.level else institution_copy.level end,
         grade = coalesce(excluded.grade, institution_copy.grade)`,
    );
    tx.insert(
      QualificationCopyRow,
      { qualificationId, institutionId, side, state: 'ACTIVE', foundedOn },
      `on conflict (qualification_id) do update set state = 'ACTIVE'`,
    );
  }

  changeQualification(tx: Tx, event: InstitutionQualificationChangedV1): void {
    tx.write('update qualification_copy set state = $2 where qualification_id = $1', [
      event.qualificationId,
      event.state,
    ]);
  }

  changeRegistration(tx: Tx, { institutionId, level, grade }: InstitutionRegistrationChangedV1): void {
    tx.write('update institution_copy set level = $2, grade = coalesce($3, grade) where institution_id = $1', [
      institutionId,
      level,
      grade ?? null,
    ]);
  }

  /** Operation counts from its first start; an interruption does not start it again. */
  changeOperation(tx: Tx, event: InstitutionOperationChangedV1): void {
    tx.write(
      `update institution_copy set operation = $2,
         operating_since = coalesce(operating_since, case when $2 = 'OPERATING' then $3::date end) where institution_id = $1`,
      [event.institutionId, event.to, event.effectiveOn],
    );
  }

  registerElder(tx: Tx, event: ElderRegisteredV1): void {
    const { elderId, residenceRegion, insuredRegion, scheme, personType } = event;
    tx.insert(ElderCopyRow, { elderId, residenceRegion, insuredRegion, scheme, personType }, 'on conflict do nothing');
  }

  openLink(tx: Tx, event: ReferralRequestedV1): void {
    const { referralId, chainId, elderId, fromInstitutionId, toInstitutionId } = event;
    const parentReferralId = event.parentReferralId ?? null;
    const link = { referralId, chainId, elderId, parentReferralId, fromInstitutionId, institutionId: toInstitutionId };
    tx.insert(ReferralLinkRow, { ...link, status: 'OPEN' });
  }

  completeLink(tx: Tx, event: ReferralCompletedV1): void {
    const { referralId, chainId, elderId, institutionId, admittedOn, dischargedOn } = event;
    const parentReferralId = event.parentReferralId ?? null;
    const link = { referralId, chainId, elderId, parentReferralId, institutionId, admittedOn, dischargedOn };
    tx.insert(
      ReferralLinkRow,
      { ...link, status: 'COMPLETED', nextReferralId: event.nextReferralId ?? null },
      `on conflict (referral_id) do update set status = 'COMPLETED', institution_id = excluded.institution_id,
         admitted_on = excluded.admitted_on, discharged_on = excluded.discharged_on,
         next_referral_id = excluded.next_referral_id`,
    );
  }

  cancelLink(tx: Tx, referralId: string): void {
    tx.write(`update referral_link set status = 'CANCELLED' where referral_id = $1`, [referralId]);
  }
}
