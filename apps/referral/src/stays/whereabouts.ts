import { Injectable } from '@nestjs/common';
import type { Tx } from '@yiyang/persistence';
import type { CivilDate } from '@yiyang/standards';
import { BedUseRepository } from '../beds/bed-use.repository.js';
import { Beds } from '../beds/beds.js';
import type { BedUse } from '../beds/domain/bed-use.js';
import { CareStates } from '../care-states/care-states.js';
import { beginsAt, type CareSituation } from '../care-states/domain/care-state.js';
import type { Regions } from '../elders/domain/elder.js';
import { StayRepository, type NewStay } from './stay.repository.js';

/** Where an elder lives and lies: care state, stays and the beds that are the elder's own, changed together. */
@Injectable()
export class Whereabouts {
  constructor(
    private readonly states: CareStates,
    private readonly stays: StayRepository,
    private readonly uses: BedUseRepository,
    private readonly beds: Beds,
  ) {}

  findForUpdate(tx: Tx, elderId: string): Promise<CareSituation | undefined> {
    return this.states.findForUpdate(tx, elderId);
  }

  findCareBed(tx: Tx, elderId: string): Promise<BedUse | undefined> {
    return this.uses.findOwnForUpdate(tx, elderId, 'CARE');
  }

  /** Enters a state that was reached on a day. */
  enter(
    tx: Tx,
    elderId: string,
    change: {
      readonly situation: CareSituation | undefined;
      readonly to: Omit<CareSituation, 'since'>;
      readonly on: CivilDate;
      readonly now: Date;
      readonly regions: Regions;
    },
  ): void {
    const { situation: from, regions } = change;
    const since = from?.state === change.to.state ? from.since : beginsAt(change.on, change.now, from);
    this.states.enter(tx, elderId, { from, to: { ...change.to, since }, regions });
  }

  beginStay(tx: Tx, stay: NewStay): void {
    this.stays.insert(tx, stay);
  }

  /** The elder leaves the medical bed; the stay ends. */
  async leaveHospital(tx: Tx, elderId: string, { on, at }: Leaving): Promise<void> {
    const bed = await this.uses.findOwnForUpdate(tx, elderId, 'MEDICAL');
    if (bed) this.beds.change(tx, bed, 'RELEASED', at);
    this.stays.end(tx, elderId, 'MEDICAL', on);
  }

  /** The elder gives up the care bed, slept in or kept; the stay ends. */
  async leaveCareHome(tx: Tx, elderId: string, { on, at }: Leaving): Promise<void> {
    const bed = await this.findCareBed(tx, elderId);
    if (bed) this.beds.change(tx, bed, 'RELEASED', at);
    this.stays.end(tx, elderId, 'CARE', on);
  }

  /** The care bed waits while the elder is in hospital. Source: REF-06. */
  async keepCareBed(tx: Tx, elderId: string, at: Date): Promise<void> {
    const bed = await this.findCareBed(tx, elderId);
    if (bed?.use === 'OCCUPIED') this.beds.change(tx, bed, 'KEPT', at);
  }

  /** The elder sleeps in the kept care bed again. Source: REF-07. */
  returnToCareBed(tx: Tx, bed: BedUse, at: Date): void {
    if (bed.use === 'KEPT') this.beds.change(tx, bed, 'OCCUPIED', at);
  }
}

interface Leaving {
  readonly on: CivilDate;
  readonly at: Date;
}
