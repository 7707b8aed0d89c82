import type { BedKind, CivilDate, InsuranceScheme } from '@yiyang/standards';
import type { BedGender } from '../bed/bed.repository.js';

/** Where somebody looks for a bed, and which one; what is left out does not matter. */
export interface CapacitySearch {
  readonly kinds: readonly BedKind[];
  readonly on: CivilDate;
  readonly institutionId?: string | undefined;
  /** The digits that the division begins with. */
  readonly division?: string | undefined;
  readonly near?: { readonly latitude: number; readonly longitude: number; readonly maxKilometres: number } | undefined;
  readonly designatedFor?: InsuranceScheme | undefined;
  /** An institution that has a signed agreement in force with the one that is found, or with its host. */
  readonly agreementWith?: string | undefined;
  readonly gender?: BedGender | undefined;
  readonly maxDailyFen?: number | undefined;
  readonly minFree?: number | undefined;
}

/** Sort key of the last row: division or metres, institution, kind of bed. */
export type CapacityCursor = readonly (string | number)[];

/** Beds of one kind in one institution, with how they are used. */
export interface Capacity {
  readonly institutionId: string;
  readonly name: string;
  readonly institutionKind: string;
  readonly division: string;
  readonly bedKind: BedKind;
  readonly operating: number;
  /** Withheld ones among them. */
  readonly blocked: number;
  readonly held: number;
  readonly occupied: number;
  readonly kept: number;
  readonly free: number;
  /** When the last use became known, in milliseconds since 1970; null before the first. */
  readonly usedAt: number | null;
  readonly gender: BedGender;
  readonly needsAssessment: boolean;
  readonly hasWaitlist: boolean;
  readonly metres: number | null;
  readonly priceFen: bigint | null;
}
