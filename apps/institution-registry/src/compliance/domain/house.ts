import { BED_KINDS, CARE_INSTITUTION_KINDS, findTerm, isWithin, type CivilDate } from '@yiyang/standards';
import { isLive } from '../../institution/domain/integrated-status.js';
import type { CareAgreement, ComplianceInput, FactOf, FactType, FactValues, Housemate } from './compliance-input.js';

/** Elder-care institution (养老机构): people live there; day care and other services of the community are not meant. */
export function isHome({ kind, side }: ComplianceInput): boolean {
  return side === 'CARE' && findTerm(CARE_INSTITUTION_KINDS, kind)?.setting === 'INSTITUTION';
}

/** Beds in operation inside the institution; a bed in an elder's own home needs no facility here. */
export function bedsInside({ beds }: ComplianceInput): number {
  return beds
    .filter(({ kind }) => findTerm(BED_KINDS, kind)?.place === 'INSTITUTION')
    .reduce((sum, { operating }) => sum + operating, 0);
}

/** Kinds of the medical institutions under one roof: live units, a live medical host, its own live medical qualification. */
export function medicalKindsInside(input: ComplianceInput): string[] {
  const own: Housemate = { ...input };
  const house = [own, ...input.units, ...(input.host ? [input.host] : [])];
  return house.filter((housemate) => isMedical(housemate, input.on)).map(({ kind }) => kind);
}

function isMedical({ qualifications }: Housemate, on: CivilDate): boolean {
  return qualifications.some((qualification) => qualification.side === 'MEDICAL' && isLive(qualification, on));
}

export function agreementsInForce({ agreements, on }: ComplianceInput): CareAgreement[] {
  return agreements.filter(({ validFrom, validTo }) => isWithin(on, validFrom, validTo));
}

/** What is stated of one type, in force or not. */
export function statedFacts<T extends FactType>(input: ComplianceInput, type: T): FactOf<T>[] {
  return (input.facts as readonly FactOf<FactType>[]).filter((fact): fact is FactOf<T> => fact.type === type);
}

export function factsInForce<T extends FactType>(input: ComplianceInput, type: T): FactValues[T][] {
  return statedFacts(input, type)
    .filter(({ validFrom, validTo }) => isWithin(input.on, validFrom, validTo))
    .map(({ value }) => value);
}
