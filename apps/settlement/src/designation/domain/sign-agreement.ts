import type { DesignationAgreementSignedV1 } from '@yiyang/contracts';
import type { CivilDate } from '@yiyang/standards';
import { inOrder, inStatus, type Designation } from './designation.js';

/** Agency and institution sign the service agreement; claims are not possible before the system is open. Source: SET-06. */
export function signAgreement(
  designation: Designation,
  by: { signedOn: CivilDate; today: CivilDate },
): { designation: Designation; event: DesignationAgreementSignedV1 } {
  const qualified = inStatus(designation, 'QUALIFIED', 'sign-agreement');
  const signedOn = inOrder('signedOn', by.signedOn, qualified.evaluatedOn, by.today);
  return {
    designation: { ...qualified, status: 'AGREEMENT_SIGNED', signedOn },
    event: { designationId: qualified.id, institutionId: qualified.institutionId, signedOn },
  };
}
