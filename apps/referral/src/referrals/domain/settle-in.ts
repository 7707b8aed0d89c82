import type { CareState } from '@yiyang/standards';
import { stateOf, type CareSituation } from '../../care-states/domain/care-state.js';

/**
 * State of an elder whom a care institution takes in by referral: 休养 after hospital where REF-07 applies, because care
 * beds serve as its rehabilitation ward there; unchanged between two homes; resident otherwise. Sources: REF-07; requirements 8.5.
 */
export function settleIn(situation: CareSituation | undefined, ref07Applies: boolean): CareState {
  const before = stateOf(situation);
  if (before === 'INPATIENT' && ref07Applies) return 'CONVALESCENT';
  return before === 'CONVALESCENT' ? before : 'RESIDENT_STABLE';
}
