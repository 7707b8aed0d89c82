import type { ParameterKey } from '@yiyang/region-policy';
import type { InstitutionSide } from '@yiyang/standards';
import type { Fields } from './field.js';

/** Who may state a fact: the institution about itself, or a department about those of its region. */
export type Stater = 'INSTITUTION' | 'HEALTH' | 'CIVIL_AFFAIRS';

export interface FactType {
  readonly zh: string;
  /** Rows of the requirements that need it. */
  readonly from: string;
  readonly about: InstitutionSide | 'ANY';
  readonly statedBy: readonly Stater[];
  /**
   * Which facts exclude each other on one day: all of the type (`ONE`), those that agree in these fields, or none, because
   * each is an entry of a log (`EACH`).
   */
  readonly live: 'ONE' | 'EACH' | readonly string[];
  /** What happened on a day rather than held from it on. */
  readonly oneDay?: true;
  readonly fields: Fields;
  /** Pairs of fields that are the first and the last day of something. */
  readonly periods?: readonly (readonly [from: string, to: string])[];
  /** Side of the institution in `partnerId`. */
  readonly partner?: InstitutionSide | 'ANY';
  /** Holds of the partner just as well. */
  readonly symmetric?: true;
  /** Parameter that says how many institutions there should be. */
  readonly target?: ParameterKey;
  /** Fields whose codes are told to the other services; without it nobody else needs the fact, and nothing is told. */
  readonly said?: readonly string[];
}

export const ANYBODY: readonly Stater[] = ['INSTITUTION', 'HEALTH', 'CIVIL_AFFAIRS'];
export const DEPARTMENTS: readonly Stater[] = ['HEALTH', 'CIVIL_AFFAIRS'];
