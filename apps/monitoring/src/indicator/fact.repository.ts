import { Injectable } from '@nestjs/common';
import { Database } from '@yiyang/persistence';
import { regionPrefix } from '@yiyang/standards';
import type { AgreementFact } from './domain/agreement-pairs.js';
import type { InstitutionFact, QualificationFact } from './domain/integrated-institutions.js';
import type { Period } from './domain/period.js';
import type { ReferralFact } from './domain/referral-figures.js';

const within = (region: string) => `${regionPrefix(region)}%`;

/** The facts of a region, as the events told them. */
@Injectable()
export class FactRepository {
  constructor(private readonly database: Database) {}

  institutions(region: string): Promise<InstitutionFact[]> {
    return this.database.many('select institution_id, host_id from institution_fact where division like $1', [
      within(region),
    ]);
  }

  qualifications(region: string, period: Period): Promise<QualificationFact[]> {
    return this.database.many(
      `select q.* from qualification_fact q join institution_fact i using (institution_id)
       where i.division like $1 and q.effective_on <= $2`,
      [within(region), period.asOf],
    );
  }

  /** Agreements as they are on the day. */
  agreements(region: string, on: string): Promise<AgreementFact[]> {
    return this.database.many(
      `select care_institution_id, medical_institution_id, signed_on, valid_from, valid_to, ended_on,
         suspended @> $2::date as is_suspended from agreement_fact where division like $1`,
      [within(region), on],
    );
  }

  /** A referral across divisions belongs to both. */
  referrals(region: string, period: Period): Promise<ReferralFact[]> {
    return this.database.many(
      `select direction, urgency, requested_at, accepted_at, rejected_at, completed_at from referral_fact
       where (from_region like $1 or to_region like $1) and requested_at >= $2 and requested_at < $3`,
      [within(region), period.from, period.until],
    );
  }
}
