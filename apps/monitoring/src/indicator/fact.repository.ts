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

  agreements(region: string): Promise<AgreementFact[]> {
    return this.database.many('select * from agreement_fact where division like $1', [within(region)]);
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
