import type { InstitutionRow } from './institution.entity.js';

/** What the history keeps of an institution itself: public facts. */
export type InstitutionState = Pick<
  InstitutionRow,
  | 'name'
  | 'creditCode'
  | 'kind'
  | 'side'
  | 'level'
  | 'grade'
  | 'division'
  | 'hostId'
  | 'ownership'
  | 'profitNature'
  | 'elderCareScopeFrom'
  | 'careAreaSeparated'
>;

export function institutionState(institution: InstitutionState): InstitutionState {
  const { name, creditCode, kind, side, level, grade, division, hostId, ownership, profitNature } = institution;
  const { elderCareScopeFrom, careAreaSeparated } = institution;
  return {
    ...{ name, creditCode, kind, side, level, grade, division, hostId, ownership, profitNature },
    ...{ elderCareScopeFrom, careAreaSeparated },
  };
}
