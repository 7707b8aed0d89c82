import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { newId, type Tx } from '@yiyang/persistence';
import type { Regions } from '../elders/domain/elder.js';
import { CareStateRow } from './care-state.entity.js';
import type { CareSituation } from './domain/care-state.js';

const COLUMNS = 'c.state, c.stage, c.institution_id, c.referral_id, lower(c.period) as since';

@Injectable()
export class CareStateRepository {
  /** The present situation, locked; undefined for an elder who never was in care. */
  findForUpdate(tx: Tx, elderId: string): Promise<CareSituation | undefined> {
    const sql = `select ${COLUMNS} from care_state c where c.elder_id = $1 and upper_inf(c.period) for update`;
    return tx.find<CareSituation>(sql, [elderId]);
  }

  /** Ends the present interval and begins the next; two at once break `care_state_one_at_a_time`. */
  change(tx: Tx, elderId: string, to: CareSituation, regions: Regions): void {
    tx.write(`update care_state set period = tstzrange(lower(period), $2) where elder_id = $1 and upper_inf(period)`, [
      elderId,
      to.since,
    ]);
    const { state, stage, institutionId, referralId, since } = to;
    const period = `[${since.toISOString()},)`;
    tx.insert(CareStateRow, { id: newId(), elderId, state, stage, institutionId, referralId, period, ...regions });
  }

  /** The state lasts, in another place: a referral from hospital to hospital. */
  moveTo(tx: Tx, elderId: string, to: Omit<CareSituation, 'state' | 'since'>, serviceRegion: string): void {
    tx.write(
      `update care_state set institution_id = $2, referral_id = $3, stage = $4, service_region = $5
       where elder_id = $1 and upper_inf(period)`,
      [elderId, to.institutionId, to.referralId, to.stage, serviceRegion],
    );
  }

  /** Is this elder one that the grant opens? Asked of where the elder belongs now, not when the state was recorded. */
  async isInScope(tx: Tx, grant: Grant, elderId: string): Promise<boolean> {
    const params: unknown[] = [elderId];
    const inScope = rowFilter(
      grant,
      {
        residenceRegion: 'e.residence_region',
        insuredRegion: 'e.insured_region',
        elder: 'e.elder_id',
        relationTable: 'elder_relation',
      },
      params,
    );
    const sql = `select e.elder_id from elder_copy e where e.elder_id = $1 and ${inScope}`;
    return (await tx.find(sql, params)) !== undefined;
  }

  find(tx: Tx, elderId: string): Promise<CareSituation | undefined> {
    const sql = `select ${COLUMNS} from care_state c where c.elder_id = $1 and upper_inf(c.period)`;
    return tx.find<CareSituation>(sql, [elderId]);
  }
}
