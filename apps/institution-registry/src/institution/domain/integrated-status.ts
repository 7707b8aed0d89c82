import { explained, type Explained } from '@yiyang/decisions';

export type QualificationState = 'ACTIVE' | 'SUSPENDED' | 'EXPIRED' | 'CANCELLED' | 'REVOKED';

export interface QualificationFact {
  readonly side: 'MEDICAL' | 'CARE';
  readonly state: QualificationState;
  /** Inclusive civil dates. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether a qualification holds on a day. */
export function isLive(qualification: QualificationFact, on: string): boolean {
  const { state, validFrom, validTo } = qualification;
  return state === 'ACTIVE' && validFrom <= on && (validTo === null || on <= validTo);
}

/**
 * 两证齐全: a care filing and a medical licence or filing are both live on the day; a host counts the live
 * qualifications of its units as its own. Source: REG-01.
 */
export function integratedStatus(
  own: readonly QualificationFact[],
  ofUnits: readonly QualificationFact[],
  on: string,
): Explained<boolean> {
  const live = [...own, ...ofUnits].filter((qualification) => isLive(qualification, on));
  const medical = live.filter(({ side }) => side === 'MEDICAL').length;
  const care = live.filter(({ side }) => side === 'CARE').length;
  return explained(medical > 0 && care > 0, {
    rule: 'REG-01',
    clause: '003篇二; 001 一(二)',
    inputs: { on, liveMedicalQualifications: medical, liveCareFilings: care },
  });
}
