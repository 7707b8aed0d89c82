import type { CareState } from '@yiyang/standards';
import { stateOf, type CareSituation } from '../../care-states/domain/care-state.js';

/**
 * State of an elder whom a care institution takes in by referral: 休养 after hospital, where care beds serve as its
 * rehabilitation ward; unchanged between two homes; resident after life at home. Sources: REF-07; requirements 8.5.
 */
export function settleIn(situation: CareSituation | undefined): CareState {
  const before = stateOf(situation);
  if (before === 'INPATIENT') return 'CONVALESCENT';
  return before === 'HOME_CARE' ? 'RESIDENT_STABLE' : before;
}
