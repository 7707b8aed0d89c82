import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { newId, type Tx } from '@yiyang/persistence';
import type { BedKind, CivilDate } from '@yiyang/standards';
import { CareRelations } from '../elders/care-relations.js';
import type { Regions } from '../elders/domain/elder.js';
import { BedPoolRepository } from './bed-pool.repository.js';
import { BedUseRepository } from './bed-use.repository.js';
import { findFreeSlot, freeBeds, noFreeBed, type BedPool } from './domain/bed-pool.js';
import { bedsReserved, canAllotBed } from './domain/can-allot-bed.js';
import { changeUse, type BedUse, type Use } from './domain/bed-use.js';

/** Which bed is asked for, by whom. */
export interface WantedBed {
  readonly institutionId: string;
  readonly bedKind: BedKind;
  readonly elderId: string;
  readonly referralId: string | null;
  /** Beds are reserved for the extremely poor (特困). */
  readonly isExtremelyPoor: boolean;
  readonly regions: Regions;
  readonly at: Date;
  readonly today: CivilDate;
}

/** Gives out beds and takes them back, inside the transaction of a command; says each change as an event. */
@Injectable()
export class Beds {
  constructor(
    private readonly uses: BedUseRepository,
    private readonly pools: BedPoolRepository,
    private readonly relations: CareRelations,
    private readonly outbox: Outbox,
  ) {}

  /** A free bed of the kind, or undefined where there is none. */
  async find(tx: Tx, wanted: WantedBed, use: 'HELD' | 'OCCUPIED'): Promise<BedUse | undefined> {
    return this.take(tx, wanted, use, await this.pools.findForUpdate(tx, wanted.institutionId, wanted.bedKind));
  }

  /** A free bed of the kind; refuses with what is free elsewhere in the division. Sources: REF-05, REG-23. */
  async get(tx: Tx, wanted: WantedBed, use: 'HELD' | 'OCCUPIED'): Promise<BedUse> {
    const pool = await this.pools.findForUpdate(tx, wanted.institutionId, wanted.bedKind);
    const taken = this.take(tx, wanted, use, pool);
    if (taken) return taken;
    if (pool && freeBeds(pool) > 0) throw bedsReserved(pool);
    const { regions, today: on } = wanted;
    throw noFreeBed(
      wanted.bedKind,
      await this.pools.findAlternatives(tx, { ...wanted, division: regions.serviceRegion, on }),
    );
  }

  private take(tx: Tx, wanted: WantedBed, use: 'HELD' | 'OCCUPIED', pool: BedPool | undefined): BedUse | undefined {
    const slot = pool && canAllotBed(pool, wanted) ? findFreeSlot(pool) : undefined;
    if (slot === undefined) return undefined;
    const { regions, at, institutionId, bedKind, elderId, referralId, isExtremelyPoor: isReserved } = wanted;
    const taken: BedUse = {
      ...regions,
      id: newId(),
      version: 1,
      institutionId,
      bedKind,
      slot,
      elderId,
      referralId,
      use,
      useSince: at,
      isReserved,
    };
    this.uses.insert(tx, taken);
    this.follow(tx, taken);
    return taken;
  }

  change(tx: Tx, bedUse: BedUse, use: Use, at: Date): void {
    const changed = changeUse(bedUse, use, at);
    this.uses.update(tx, changed);
    this.follow(tx, changed);
  }

  /** Gives a bed back if it is still in use. */
  async release(tx: Tx, bedUseId: string | null, at: Date): Promise<void> {
    const bedUse = bedUseId === null ? undefined : await this.uses.findForUpdate(tx, bedUseId);
    if (bedUse && bedUse.use !== 'RELEASED') this.change(tx, bedUse, 'RELEASED', at);
  }

  /** Who lies in a bed has to do with the institution; and everybody learns of the change. */
  private follow(tx: Tx, bedUse: BedUse): void {
    const { id: becauseOf, institutionId: at, elderId: who, use: now } = bedUse;
    if (now === 'OCCUPIED') this.relations.open(tx, { becauseOf, kind: 'BED', institutionId: at, elderId: who });
    if (now === 'RELEASED') this.relations.end(tx, becauseOf, bedUse.useSince);
    const { id, institutionId, bedKind, use, elderId, referralId, useSince, serviceRegion } = bedUse;
    const facts = {
      bedUseId: id,
      institutionId,
      bedKind,
      use,
      elderId,
      from: useSince.toISOString(),
      division: serviceRegion,
    };
    const data = referralId === null ? facts : { ...facts, referralId };
    this.outbox.publish(tx, EVENT.bedUseChangedV1, id, data, { regioncode: serviceRegion });
  }
}
