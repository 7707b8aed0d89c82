import type { CivilDate, InstitutionKind, InstitutionSide } from '@yiyang/standards';

/** States of the registry's operation machine (requirements 8.1). */
export type Operation = 'NOT_STARTED' | 'OPERATING' | 'RECTIFYING' | 'SUSPENDED' | 'CLOSED' | 'FORCED_EXIT';

/** What referral knows of an institution on one day. */
export interface Institution {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly side: InstitutionSide;
  /** 0-3; null where the registry names none. */
  readonly level: number | null;
  /** Institution whose internal unit this is. */
  readonly hostId: string | null;
  readonly division: string;
  readonly operation: Operation;
  /** At least one licence or filing is live. */
  readonly isQualified: boolean;
}

/** The operation that holds on a day: a change that is announced for later has not happened yet. */
export function operationOn(
  change: { readonly from: Operation; readonly to: Operation; readonly effectiveOn: CivilDate } | undefined,
  on: CivilDate,
): Operation {
  if (change === undefined) return 'NOT_STARTED';
  return change.effectiveOn <= on ? change.to : change.from;
}

/** May the institution take people in? Source: requirements 8.4 "institution not suspended"; REF-29. */
export function canTakeIn(institution: Institution): boolean {
  return institution.operation === 'OPERATING' && institution.isQualified;
}

/** The institution and its host: what one of them signed or registered holds for the unit. Source: architecture §4. */
export function standsFor(institution: Institution): string[] {
  return institution.hostId === null ? [institution.id] : [institution.id, institution.hostId];
}

/** Are both under one roof: host and unit, or units of one host? */
export function areOneHouse(a: Institution, b: Institution): boolean {
  const roofs = standsFor(b);
  return standsFor(a).some((id) => roofs.includes(id));
}
