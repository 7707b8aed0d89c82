import type { CivilDate } from '@yiyang/standards';

/** Who an elder is and how to reach them: exactly what is stored sealed under the person's own key. */
export interface PersonDetails {
  /** Normalised: 18 characters, upper case. */
  readonly idNumber: string;
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
}

export const SCHEMES = ['EMPLOYEE', 'RESIDENT'] as const;
export const PERSON_TYPES = ['EMPLOYEE', 'RETIREE', 'RESIDENT'] as const;

/** What is stored of an elder in clear: places and kinds, nothing that names anybody. */
export interface Elder {
  readonly id: string;
  readonly version: number;
  readonly residenceRegion: string;
  readonly insuredRegion: string;
  readonly scheme: (typeof SCHEMES)[number];
  readonly personType: (typeof PERSON_TYPES)[number];
  readonly birthYear: number;
}

/** The regions that rows about an elder carry. Source: architecture §6. */
export interface Regions {
  readonly residenceRegion: string;
  readonly insuredRegion: string;
}

export function regionsOf({ residenceRegion, insuredRegion }: Regions): Regions {
  return { residenceRegion, insuredRegion };
}

/** What an id number tells. */
export interface ReadIdNumber {
  readonly number: string;
  readonly birthDate: CivilDate;
  /** GB/T 2261.1: 1 male, 2 female. */
  readonly gender: '1' | '2';
}
