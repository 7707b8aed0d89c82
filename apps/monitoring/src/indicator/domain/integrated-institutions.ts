import type { CivilDate } from '@yiyang/standards';
import { countOf, type Indicator } from './indicator.js';

export interface InstitutionFact {
  readonly institutionId: string;
  readonly hostId: string | null;
}

/** A qualification has a state from a day on; within one day the later `sequence` holds. */
export interface QualificationFact {
  readonly institutionId: string;
  readonly qualificationId: string;
  readonly side: 'MEDICAL' | 'CARE';
  readonly state: string;
  readonly effectiveOn: CivilDate;
  readonly sequence: bigint;
}

/**
 * 两证齐全机构数: institutions with a live medical qualification and a live care filing, their own or a unit's. A host and its
 * units are one institution. Source: standards §13 I01; REG-01; architecture §4.
 */
export function integratedInstitutions(
  institutions: readonly InstitutionFact[],
  qualifications: readonly QualificationFact[],
  on: CivilDate,
): Indicator {
  const hostOf = new Map(institutions.map(({ institutionId, hostId }) => [institutionId, hostId ?? institutionId]));
  const sidesOf = new Map<string, Set<string>>();
  for (const { institutionId, side } of liveOn(qualifications, on)) {
    const host = hostOf.get(institutionId);
    if (host === undefined) continue;
    sidesOf.set(host, (sidesOf.get(host) ?? new Set()).add(side));
  }
  return countOf('I01', '两证齐全机构数', [...sidesOf.values()].filter((sides) => sides.size === 2).length);
}

function liveOn(qualifications: readonly QualificationFact[], on: CivilDate): QualificationFact[] {
  const latest = new Map<string, QualificationFact>();
  for (const fact of qualifications) {
    if (fact.effectiveOn > on) continue;
    const known = latest.get(fact.qualificationId);
    if (!known || isLater(fact, known)) latest.set(fact.qualificationId, fact);
  }
  return [...latest.values()].filter((fact) => fact.state === 'ACTIVE');
}

function isLater(a: QualificationFact, b: QualificationFact): boolean {
  return a.effectiveOn > b.effectiveOn || (a.effectiveOn === b.effectiveOn && a.sequence > b.sequence);
}
