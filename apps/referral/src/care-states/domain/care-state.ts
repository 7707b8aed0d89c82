import { refusal } from '@yiyang/decisions';
import {
  civilDateInShanghai,
  startOfDayShanghai,
  type CareStage,
  type CareState,
  type CivilDate,
} from '@yiyang/standards';

/** Where an elder stands in the chain of care since when. Sources: REF-06, REF-07; requirements 8.5. */
export interface CareSituation {
  readonly state: CareState;
  readonly since: Date;
  readonly institutionId: string | null;
  readonly stage: CareStage | null;
  readonly referralId: string | null;
}

/** Which state may follow which; no entry = the platform never saw the elder in care, who then counts as at home. */
export const CARE_STATE_AFTER = {
  HOME_CARE: ['RESIDENT_STABLE', 'CONVALESCENT', 'INPATIENT', 'DECEASED'],
  RESIDENT_STABLE: ['HOME_CARE', 'INPATIENT', 'DECEASED'],
  CONVALESCENT: ['RESIDENT_STABLE', 'HOME_CARE', 'INPATIENT', 'DECEASED'],
  INPATIENT: ['CONVALESCENT', 'RESIDENT_STABLE', 'HOME_CARE', 'DECEASED'],
  DECEASED: [],
} as const satisfies Record<CareState, readonly CareState[]>;

/** The state of an elder; someone without any record is at home. */
export function stateOf(situation: CareSituation | undefined): CareState {
  return situation?.state ?? 'HOME_CARE';
}

/**
 * The situation after the change. One state at a time, `since` strictly increasing. Source: requirements 8.5.
 *
 * @throws refusal `CARE_STATE_CONFLICT` when no line of 8.5 leads there, `ELDER_DECEASED` after death.
 */
export function changeCareState(from: CareSituation | undefined, to: CareSituation): CareSituation {
  const before = stateOf(from);
  assertAlive(from);
  const possible: readonly CareState[] = CARE_STATE_AFTER[before];
  if (!possible.includes(to.state))
    throw refusal('CARE_STATE_CONFLICT', { rule: 'REF-06', inputs: { from: before, to: to.state } });
  return to;
}

/** Refuses everything about an elder who has died. */
export function assertAlive(situation: CareSituation | undefined): void {
  if (stateOf(situation) === 'DECEASED') throw refusal('ELDER_DECEASED', { rule: 'REF-06' });
}

/**
 * The instant at which a change recorded now, but dated to a day, begins: now for today, else the beginning of that day;
 * never at or before the state it follows. Refuses a day before that state began. `on` is not after today.
 */
export function beginsAt(on: CivilDate, now: Date, previous: CareSituation | undefined): Date {
  const wanted = on === civilDateInShanghai(now) ? now : startOfDayShanghai(on);
  if (previous === undefined || wanted > previous.since) return wanted;
  if (on < civilDateInShanghai(previous.since))
    throw refusal('STAYS_OVERLAP', { rule: 'REF-06', inputs: { on, since: civilDateInShanghai(previous.since) } });
  return new Date(previous.since.getTime() + 1);
}
