import { explained, type Explained } from '@yiyang/decisions';
import { addDays, type CivilDate } from '@yiyang/standards';

export type QualificationState = 'ACTIVE' | 'SUSPENDED' | 'EXPIRED' | 'CANCELLED' | 'REVOKED';

export interface QualificationFact {
  readonly side: 'MEDICAL' | 'CARE';
  readonly state: QualificationState;
  /** Inclusive civil dates. */
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

export interface DatedQualification extends QualificationFact {
  /** First day of the state. */
  readonly stateSince: CivilDate;
}

/** Whether a qualification holds on a day. */
export function isLive(qualification: QualificationFact, on: CivilDate): boolean {
  const { state, validFrom, validTo } = qualification;
  return state === 'ACTIVE' && validFrom <= on && (validTo === null || on <= validTo);
}

/** The state as it is on a day: validity ends by itself, whether or not it has been written. */
export function stateOn(qualification: QualificationFact, on: CivilDate): QualificationState {
  const { state, validTo } = qualification;
  const hasEnded = validTo !== null && validTo < on && (state === 'ACTIVE' || state === 'SUSPENDED');
  return hasEnded ? 'EXPIRED' : state;
}

/**
 * 两证齐全: a care filing and a medical licence or filing are both live on the day; a host counts the live
 * qualifications of its units as its own. Source: REG-01.
 */
export function integratedStatus(qualifications: readonly QualificationFact[], on: CivilDate): Explained<boolean> {
  const live = qualifications.filter((qualification) => isLive(qualification, on));
  const medical = live.filter(({ side }) => side === 'MEDICAL').length;
  const care = live.filter(({ side }) => side === 'CARE').length;
  return explained(medical > 0 && care > 0, {
    rule: 'REG-01',
    clause: '003篇二; 001 一(二)',
    inputs: { on, liveMedicalQualifications: medical, liveCareFilings: care },
  });
}

/** First day of the integrated status that holds on the day, or of its absence. Source: REG-01. */
export function integratedSince(qualifications: readonly DatedQualification[], on: CivilDate): CivilDate | undefined {
  const sides = (['MEDICAL', 'CARE'] as const).map((side) => qualifications.filter((one) => one.side === side));
  const { value } = integratedStatus(qualifications, on);
  if (value) return latest(sides.map((ofSide) => earliest(ofSide.filter((one) => isLive(one, on)).map(liveFrom))));
  const lacking = sides.filter((ofSide) => !ofSide.some((one) => isLive(one, on)));
  return earliest(lacking.map((ofSide) => latest(ofSide.map((one) => endedOn(one, on)))));
}

/** The next day on which a qualification begins or ends by itself. */
export function nextChangeOn(qualifications: readonly QualificationFact[], on: CivilDate): CivilDate | undefined {
  const days = qualifications
    .filter(({ state }) => state === 'ACTIVE' || state === 'SUSPENDED')
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [addDays(validTo, 1)])]);
  return earliest(days.filter((day) => day > on));
}

const liveFrom = ({ validFrom, stateSince }: DatedQualification) => (stateSince > validFrom ? stateSince : validFrom);

/** First day on which a qualification does not count any more; one that has not begun has not ended. */
function endedOn({ state, stateSince, validTo }: DatedQualification, on: CivilDate): CivilDate | undefined {
  const expired = validTo !== null && validTo < on ? addDays(validTo, 1) : undefined;
  return state === 'ACTIVE' ? expired : earliest([stateSince, expired]);
}

type Days = readonly (CivilDate | undefined)[];

const sorted = (days: Days) => days.filter((day) => day !== undefined).sort();
const earliest = (days: Days): CivilDate | undefined => sorted(days)[0];
const latest = (days: Days): CivilDate | undefined => sorted(days).at(-1);
