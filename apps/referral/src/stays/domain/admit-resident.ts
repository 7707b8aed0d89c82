import { refusal } from '@yiyang/decisions';
import { assertNotInFuture } from './stay-dates.js';
import { stateOf, assertAlive, type CareSituation } from '../../care-states/domain/care-state.js';
import { canTakeIn, type Institution } from '../../institutions/domain/institution.js';

/**
 * May the home take this elder in as a resident on a care bed? Only from home: whoever lives in an institution or lies in
 * a hospital comes by referral. Sources: REF-06 "one state at a time"; requirements 8.5.
 */
export function assertMayMoveIn(
  situation: CareSituation | undefined,
  into: { readonly institution: Institution; readonly admittedOn: string; readonly today: string },
): void {
  assertAlive(situation);
  if (into.institution.side !== 'CARE')
    throw refusal('NOT_A_CARE_INSTITUTION', { rule: 'REF-06', inputs: { kind: into.institution.kind } });
  if (!canTakeIn(into.institution))
    throw refusal('INSTITUTION_NOT_OPERATING', { rule: 'REF-29', inputs: { operation: into.institution.operation } });
  assertNotInFuture('admittedOn', into.admittedOn, into.today);
  if (stateOf(situation) !== 'HOME_CARE')
    throw refusal('ELDER_LIVES_ELSEWHERE', { rule: 'REF-06', inputs: { state: stateOf(situation) } });
}
