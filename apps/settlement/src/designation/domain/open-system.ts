import type { DesignationActivatedV1 } from '@yiyang/contracts';
import type { CivilDate } from '@yiyang/standards';
import { inOrder, inStatus, type Designation } from './designation.js';

/** The information system is opened: the designation is ACTIVE and claims are possible from this day. Sources: SET-04, SET-07. */
export function openSystem(
  designation: Designation,
  by: { openedOn: CivilDate; today: CivilDate },
): { designation: Designation; event: DesignationActivatedV1 } {
  const signed = inStatus(designation, 'AGREEMENT_SIGNED', 'open-system');
  const openedOn = inOrder('openedOn', by.openedOn, signed.signedOn, by.today);
  const { id, institutionId, schemes } = signed;
  return {
    designation: { ...signed, status: 'ACTIVE', openedOn, activePeriods: [{ from: openedOn, to: null }] },
    event: { designationId: id, institutionId, schemes: [...schemes], activatedOn: openedOn },
  };
}
