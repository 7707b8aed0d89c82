import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@yiyang/persistence';
import type { CivilDate, InstitutionSide } from '@yiyang/standards';
import type { Regions } from '../elders/domain/elder.js';
import { StayRow } from './stay.entity.js';

export interface NewStay {
  readonly elderId: string;
  readonly institutionId: string;
  readonly side: InstitutionSide;
  readonly bedUseId: string | null;
  readonly referralId: string | null;
  readonly admittedOn: CivilDate;
  readonly regions: Regions;
}

@Injectable()
export class StayRepository {
  /** Begins a stay; one that overlaps another of the same side breaks `stay_one_at_a_time_per_side`. */
  insert(tx: Tx, { admittedOn, regions, ...stay }: NewStay): void {
    tx.insert(StayRow, { id: newId(), ...stay, days: `[${admittedOn},)`, ...regions });
  }

  /** Ends the stay of one side that lasts, if there is one; never before it began. */
  end(tx: Tx, elderId: string, side: InstitutionSide, on: CivilDate): void {
    tx.write(
      `update stay set days = daterange(lower(days), greatest(lower(days), $3::date))
       where elder_id = $1 and side = $2 and upper_inf(days)`,
      [elderId, side, on],
    );
  }
}
