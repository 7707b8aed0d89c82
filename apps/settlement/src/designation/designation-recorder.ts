import { Injectable } from '@nestjs/common';
import { Audit, type Caller } from '@yiyang/access';
import type { EventData, EventType } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import { DesignationRepository } from './designation.repository.js';
import type { Designation } from './domain/designation.js';

/** Stores a decision about a designation together with its event and its audit entry. */
@Injectable()
export class DesignationRecorder {
  constructor(
    private readonly designations: DesignationRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  inserted<T extends EventType>(
    tx: Tx,
    caller: Caller,
    action: string,
    designation: Designation,
    type: T,
    event: EventData<T>,
  ): Designation {
    this.designations.insert(tx, designation);
    this.say(tx, designation, type, event);
    this.note(tx, caller, action, designation.id);
    return designation;
  }

  /** @returns the designation with the version that it has after the update. */
  changed<T extends EventType>(
    tx: Tx,
    caller: Caller,
    action: string,
    designation: Designation,
    type: T,
    event: EventData<T>,
  ): Designation {
    this.note(tx, caller, action, designation.id);
    return this.changedBySystem(tx, designation, type, event);
  }

  /** A change that no caller asked for: it follows from an event. */
  changedBySystem<T extends EventType>(tx: Tx, designation: Designation, type: T, event: EventData<T>): Designation {
    this.designations.update(tx, designation);
    this.say(tx, designation, type, event);
    return { ...designation, version: designation.version + 1 };
  }

  private say<T extends EventType>(tx: Tx, { id, division }: Designation, type: T, event: EventData<T>): void {
    this.outbox.publish(tx, type, id, event, { regioncode: division });
  }

  private note(tx: Tx, caller: Caller, action: string, resourceId: string): void {
    this.audit.record(tx, caller, { action, resource: 'designation', resourceId, outcome: 'ALLOWED' });
  }
}
