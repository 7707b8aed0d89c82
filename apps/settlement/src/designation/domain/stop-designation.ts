import type { DesignationActivatedV1, DesignationSuspendedV1, DesignationTerminatedV1 } from '@yiyang/contracts';
import { addDays, type CivilDate } from '@yiyang/standards';
import { ALLOWED, inOrder, inStatus, notAllowed, type ActivePeriod, type Designation } from './designation.js';

interface Stop {
  readonly effectiveOn: CivilDate;
  readonly reasonCode: string;
}

/** Stays that begin on `effectiveOn` or later are not settled; running ones are. Source: SET-06. */
export function suspendDesignation(
  designation: Designation,
  by: Stop & { today: CivilDate },
): { designation: Designation; event: DesignationSuspendedV1 } {
  const active = inStatus(designation, 'ACTIVE', 'suspend');
  const effectiveOn = inOrder('effectiveOn', by.effectiveOn, startOf(active.activePeriods), by.today);
  const { id, institutionId, activePeriods } = active;
  const { reasonCode } = by;
  return {
    designation: {
      ...active,
      status: 'SUSPENDED',
      effectiveOn,
      reasonCode,
      activePeriods: closed(activePeriods, effectiveOn),
    },
    event: { designationId: id, institutionId, effectiveOn, reasonCode },
  };
}

/** Claims are possible again from this day. Source: requirements §8.2. */
export function restoreDesignation(
  designation: Designation,
  by: { restoredOn: CivilDate; today: CivilDate },
): { designation: Designation; event: DesignationActivatedV1 } {
  const { effectiveOn, reasonCode: _, ...suspended } = inStatus(designation, 'SUSPENDED', 'restore');
  const from = inOrder('restoredOn', by.restoredOn, effectiveOn, by.today);
  const { id, institutionId, schemes } = suspended;
  return {
    designation: { ...suspended, status: 'ACTIVE', activePeriods: [...suspended.activePeriods, { from, to: null }] },
    event: { designationId: id, institutionId, schemes: [...schemes], activatedOn: from },
  };
}

/** Ends a designation for good, from whatever day the institution closed on. Source: requirements §8.2. */
export function terminateDesignation(
  designation: Designation,
  by: Stop,
): { designation: Designation; event: DesignationTerminatedV1 } {
  if (designation.status === 'TERMINATED' || designation.status === 'REJECTED')
    throw notAllowed(designation, 'terminate');
  const { effectiveOn, reasonCode } = by;
  const periods = 'activePeriods' in designation ? closed(designation.activePeriods, effectiveOn) : undefined;
  return {
    designation: {
      ...designation,
      status: 'TERMINATED',
      effectiveOn,
      reasonCode,
      ...(periods && { activePeriods: periods }),
    },
    event: { designationId: designation.id, institutionId: designation.institutionId, effectiveOn, reasonCode },
  };
}

/** The agency ends a designation, from a day since the application up to today. Source: SET-06. */
export function endDesignation(
  designation: Designation,
  by: Stop & { today: CivilDate },
): { designation: Designation; event: DesignationTerminatedV1 } {
  const ended = terminateDesignation(designation, by);
  inOrder('effectiveOn', by.effectiveOn, designation.appliedOn, by.today);
  return ended;
}

/** Can the designation still end? */
export function isLive(designation: Designation): boolean {
  return ALLOWED[designation.status].length > 0;
}

function startOf(periods: readonly ActivePeriod[]): CivilDate {
  return (periods.at(-1) as ActivePeriod).from;
}

/** Ends the open period the day before; one that would end before it began never was. */
function closed(periods: readonly ActivePeriod[], effectiveOn: CivilDate): ActivePeriod[] {
  const lastDay = addDays(effectiveOn, -1);
  return periods
    .map((period) => (period.to === null || period.to > lastDay ? { from: period.from, to: lastDay } : period))
    .filter((period) => period.to !== null && period.from <= period.to);
}
