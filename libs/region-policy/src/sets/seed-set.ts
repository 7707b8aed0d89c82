import type { CivilDate, DivisionCode } from '@yiyang/standards';
import type { BedConversionRule, MedicalFacilityBand } from '../facility-values.js';
import type { RuleId } from '../parameters.js';
import type { PolicySet, PolicySource, PolicyValues } from '../policy-set.js';

/** Source of every value that no document gives. */
export const PROJECT_DEFAULT = 'project default';

/** The years in the collection 003 are not to be trusted, so its sets hold from before any record. */
export const UNDATED: CivilDate = '2000-01-01';

/** A seed set, version 1. Its id shows its division, so it is the same in every deployment. */
export function seedSet(of: {
  name: string;
  division: DivisionCode | null;
  idSuffix?: string;
  validFrom: CivilDate;
  values: PolicyValues;
}): PolicySet {
  return {
    id: `00000000-0000-7000-8000-${(of.idSuffix ?? of.division ?? '').padStart(12, '0')}`,
    name: of.name,
    division: of.division,
    validFrom: of.validFrom,
    validTo: null,
    recordedAt: '2026-01-01T00:00:00Z',
    version: 1,
    values: of.values,
  };
}

/** A clause of one document, ready to be attached to values. */
export function clausesOf(document: string) {
  return (clause: string): PolicySource => ({ document, clause });
}

/** Switches rules on, each with the clause that demands it. */
export function rulesOn(document: string, clauseOfRule: Readonly<Record<RuleId, string>>): PolicyValues {
  return Object.fromEntries(
    Object.entries(clauseOfRule).map(([rule, clause]) => [
      `rules.${rule}`,
      { value: true, source: { document, clause } },
    ]),
  );
}

/** One line of P-45; what is left out does not matter. */
export function conversion(of: Pick<BedConversionRule, 'from' | 'to'> & Partial<BedConversionRule>): BedConversionRule {
  return { holderKinds: null, maxLevel: null, operationModes: null, requires: null, ...of };
}

/** One band of P-01, from no beds up and without exemption unless it says so. */
export function facilityBand(
  of: Pick<MedicalFacilityBand, 'kinds'> & Partial<MedicalFacilityBand>,
): MedicalFacilityBand {
  return { fromBeds: 0, toBeds: null, higherKinds: [], substitutes: [], exemptSitings: [], ...of };
}
