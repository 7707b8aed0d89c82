import type { DesignationAcceptedV1 } from '@yiyang/contracts';
import type { CivilDate, WorkCalendar } from '@yiyang/standards';
import { clocksFrom, type ClockLimits } from './designation-clocks.js';
import { inOrder, inStatus, type Designation } from './designation.js';

/** The agency takes the application up; evaluation and agreement clocks start. Sources: SET-03, SET-04; D4. */
export function acceptDesignation(
  designation: Designation,
  by: { acceptedOn: CivilDate; today: CivilDate; limits: ClockLimits; calendar: WorkCalendar },
): { designation: Designation & { status: 'UNDER_EVALUATION' }; event: DesignationAcceptedV1 } {
  const applied = inStatus(designation, 'APPLIED', 'accept');
  const acceptedOn = inOrder('acceptedOn', by.acceptedOn, applied.appliedOn, by.today);
  const clocks = clocksFrom(acceptedOn, by.limits, by.calendar);
  return {
    designation: { ...applied, status: 'UNDER_EVALUATION', acceptedOn, ...clocks },
    event: { designationId: applied.id, institutionId: applied.institutionId, acceptedOn, ...clocks },
  };
}
