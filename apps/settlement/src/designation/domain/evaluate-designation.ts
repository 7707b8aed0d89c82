import type { DesignationEvaluatedV1 } from '@yiyang/contracts';
import type { CivilDate } from '@yiyang/standards';
import { inOrder, inStatus, type Designation } from './designation.js';

/** Stores the result of the evaluation; a late one is stored like any other (SET-03). */
export function evaluateDesignation(
  designation: Designation,
  by: { result: 'PASSED' | 'FAILED'; evaluatedOn: CivilDate; today: CivilDate },
): { designation: Designation; event: DesignationEvaluatedV1 } {
  const evaluating = inStatus(designation, 'UNDER_EVALUATION', 'evaluate');
  const evaluatedOn = inOrder('evaluatedOn', by.evaluatedOn, evaluating.acceptedOn, by.today);
  const { result } = by;
  return {
    designation: { ...evaluating, status: result === 'PASSED' ? 'QUALIFIED' : 'REJECTED', evaluatedOn },
    event: { designationId: evaluating.id, institutionId: evaluating.institutionId, result, evaluatedOn },
  };
}
